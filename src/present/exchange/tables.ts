import { ATTESTATIONS, CLAIMS, CONFLICTS } from "./claim-tables.ts"
import { DESCENT, FAMILIES, PASSAGES } from "./family-tables.ts"
import { JUDGEMENTS } from "./judgement-tables.ts"
import { PROBLEMS, REPORTS } from "./report-tables.ts"
import type { Table } from "./table.ts"
import { READINGS, VARIANTS } from "./variant-tables.ts"

/** All tables, in the order in which they are read best. */
export const TABLES: readonly Table[] = [
  REPORTS,
  FAMILIES,
  DESCENT,
  PASSAGES,
  VARIANTS,
  READINGS,
  CLAIMS,
  ATTESTATIONS,
  CONFLICTS,
  JUDGEMENTS,
  PROBLEMS,
]
