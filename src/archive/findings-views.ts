/** Views of a file of findings: the tables with the names of outlets in the place of ids, worst and most copied first. */
export const VIEWS: readonly string[] = [
  `CREATE VIEW who_copied_whom AS
  SELECT d.family, d.witness_siglum AS siglum, child.outlet AS outlet, child.published AS published,
         d.parent_siglum AS made_from, coalesce(parent.outlet, CASE WHEN d.parent_lost THEN 'a lost text' END) AS made_from_outlet,
         round(100 * d.confidence) AS percent_sure, d.second AS second_source, d.because, f.undecided, d.witness AS report, d.parent AS parent
  FROM descent AS d
  LEFT JOIN families AS f ON f.family = d.family
  LEFT JOIN reports AS child ON child.id = d.witness
  LEFT JOIN reports AS parent ON parent.id = d.parent
  ORDER BY d.family, julianday(child.published)`,
  `CREATE VIEW what_was_changed AS
  SELECT v.severity, v.kind, before.outlet AS from_outlet, v.base_text AS before, after.outlet AS in_outlet,
         v.witness_text AS after, v.note, json_array_length(v.inherited_by) AS reports_that_have_it_from_there, v.variant
  FROM variants AS v
  LEFT JOIN reports AS before ON before.id = v.base
  LEFT JOIN reports AS after ON after.id = v.witness
  ORDER BY CASE v.severity WHEN 'sense' THEN 1 WHEN 'detail' THEN 2 WHEN 'wording' THEN 3 ELSE 4 END, v.rowid`,
  `CREATE VIEW many_reports_one_origin AS
  SELECT claim, text, reports, origins_max AS origins, why
  FROM claims
  WHERE reports > 1 AND origins_max = 1
  ORDER BY reports DESC, claim`,
  `CREATE VIEW who_states_what AS
  SELECT c.text AS claim, r.outlet, r.published, a.text AS in_the_words, a.origin, c.reports, c.origins_min, c.origins_max, c.claim AS claim_id
  FROM attestations AS a
  JOIN claims AS c ON c.claim = a.claim
  LEFT JOIN reports AS r ON r.id = a.witness
  ORDER BY c.reports DESC, c.claim, julianday(r.published)`,
  `CREATE VIEW credits_dropped AS
  SELECT after.outlet AS outlet, before.outlet AS had_from, v.base_text AS the_credit, v.note, v.variant
  FROM variants AS v
  LEFT JOIN reports AS before ON before.id = v.base
  LEFT JOIN reports AS after ON after.id = v.witness
  WHERE v.kind = 'credit-dropped'`,
]
