import type { FurnitureKind } from "../model/report.ts"

/** Phrases that are furniture when nothing else stands on the line. Alternatives of a regular expression, any case. */
export interface LabelRule {
  readonly kind: FurnitureKind
  readonly phrases: string
}

/** Openings that make a line of at most `most` characters furniture. */
export interface LeadRule {
  readonly kind: FurnitureKind
  readonly most: number
  /** Where the pattern takes time: what a line must have for it to be tried. */
  readonly needs?: RegExp
  readonly pattern: RegExp
}

const NETWORK =
  "(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|instagram|youtube|flipboard|messenger|tumblr|google(?:\\+| plus| news)?|e-?mail)"
const PIECE =
  "(?:articles?|story|stories|news|post|posts|content|report|coverage|topics?|links?|reading|reads?|videos?)"

export const LABELS: readonly LabelRule[] = [
  {
    kind: "navigation",
    phrases:
      "(?:back|return|go|scroll|jump|skip) to (?:the )?(?:top|home ?page|home|main content|content|navigation|main menu)(?: of (?:the )?page)?|close(?: menu| modal| this)?|open menu|main menu|hide caption|toggle (?:menu|caption|navigation|search)|show (?:more|less|all|caption)|load more|view (?:more|all|comments|gallery)|see (?:more|all)|next (?:article|story|post)|previous (?:article|story|post)|print(?: this)?(?: page| article| story)?|enlarge(?: this)? image|play video|log ?in|sign ?in|search(?: for)?|loading(?: content)?(?:\\.{3})?|please wait|(?:image|photo|slide|page) \\d{1,3} (?:of|/)[ /]{0,3}\\d{1,3}|\\d{1,3} of \\d{1,3}|caption|breaking news|tags|view author archive|etiquetas|schlagw(?:o|ö)rte|teilen|теги",
  },
  {
    kind: "related",
    phrases: `(?:related|recommended|similar|latest|recent|popular|most popular|most read|most viewed|trending|top|editor'?s'? picks?|featured|suggested|more)(?: \\w{2,15})? ${PIECE}|popular (?:this week|today|now)|related|trending(?: now)?|most (?:read|popular|viewed|shared)|editor'?s'? picks?|you (?:might|may) (?:also )?(?:like|be interested in)|(?:recommended|more) for you|more (?:to read|on this|on this ${PIECE}|from this section|like this|in this series)|(?:read|see|learn|find out) more|(?:read|see|watch) (?:next|also|this next)|also read|continue reading|keep reading|up next|from around the web|around the web|from the web|promoted stories|in case you missed it|don'?t miss|what to read next|leia (?:também|mais)|(?:lea|lee) también|leggi anche|lire aussi|lesen sie auch|mehr zum thema|baca juga|читайте также`,
  },
  {
    kind: "sharing",
    phrases: `share(?: (?:this|the|it|on|via|by|with|to)(?: ${PIECE})?(?: (?:on|via|by|with|to))?(?: ${NETWORK}| friends| a friend)?| save| now)?|tweet(?: this)?|pin(?: it| this)|e-?mail(?: this)?(?: ${PIECE})?(?: to a friend)?|copy (?:the )?(?:link|url)|copied|link copied|send to a friend|follow(?: us)?(?: on)?(?: ${NETWORK})?|like us on ${NETWORK}|${NETWORK}(?= ?(?:share|tweet|facebook|twitter|linkedin|whatsapp|reddit|pinterest|e-?mail|print|$))`,
  },
  {
    kind: "contact",
    phrases:
      "get in touch(?: with us)?|contact us|send (?:us )?(?:your |a |an )?(?:letters?|feedback|tips?|comments?|story ideas?|e-?mails?|corrections?)(?: to(?: us)?)?|write to us|letters to the editor|have a (?:news )?tip|got a (?:news )?tip|submit a (?:news )?(?:tip|correction|letter)|(?:e-?mail|contact|message) the (?:author|reporter|writer|editor)s?|about the (?:author|reporter|writer)s?|report (?:an? )?(?:error|typo|correction)|suggest a correction",
  },
  {
    kind: "comments",
    phrases:
      "(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)s?|(?:show|hide|read|view|see|load|join)(?: all| the)? (?:comments|conversation|discussion)|comments?(?: section)?(?: (?:are|is) (?:now )?(?:closed|disabled|off))?|no comments(?: yet)?|be the first to comment|reply|responses|(?:tell us |let us know )?what (?:do )?you think|comentários|comentarios|kommentare|commentaires|commenti|komentar|отзывы|комментарии|добавить (?:отзыв|комментарий)",
  },
  {
    kind: "advertisement",
    phrases:
      "advertisements?|advertising|adverts?|anzeige|werbung|publicidad|publicidade|publicité|pubblicità|iklan|advertentie|реклама|(?:story|article) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|video))?|continue reading below|sponsored(?: content| links?)?|paid (?:content|post)|ad feedback|ads? by \\w+|skip (?:this )?ad(?:vertisement)?|remove ads",
  },
  {
    kind: "subscription",
    phrases:
      "subscribe(?: now| today| here)?|sign ?up(?: now| today| here)?|become a (?:member|subscriber)|start (?:your|a) free trial|newsletters?(?: sign ?up)?|already a subscriber|your (?:email|e-mail) address|enter your e-?mail(?: address)?",
  },
  {
    kind: "copyright",
    phrases: "all rights reserved|terms of (?:use|service)|privacy policy|cookie (?:policy|settings)",
  },
]

export const LEADS: readonly LeadRule[] = [
  {
    kind: "related",
    most: 200,
    pattern:
      /^\W{0,3}(?:continue reading|read(?: more| also| next| the (?:full )?(?:story|article|report)| full (?:story|article))?(?: here| at [\w. ]{1,30})?|also read|see (?:also|more)|related(?: (?:stories|story|articles?|coverage|news|content|reading|links?|topics?|posts?))?|recommended(?: (?:reading|stories))?|more (?:on this(?: story)?|from \w+|stories|coverage|news)|don'?t miss|must read|up next|next up|watch(?: (?:now|live|more|next|also|the video))?|listen|(?:you )?(?:might|may) (?:also )?like|most (?:read|viewed|popular|shared)(?: in [\w ]{1,30})?|more on this (?:topic|subject)|explore more|in (?:pictures|photos|video)|topics|tags|filed under|in this article|more|leia (?:também|mais)|(?:lea|lee) también|\(?leggi anche|lire aussi|lesen sie auch|baca juga|читайте также)(?: su| na)?\s*[:|»>]/i,
  },
  {
    kind: "related",
    most: 120,
    pattern:
      /^(?:(?:here (?:are|is) )?(?:some )?(?:more|other|our|the latest) (?:(?:must|top|great|big|top|latest)[- ]?)?(?:reads?|stories|news|headlines|coverage|articles) ?(?:stories |news |articles )?(?:from|by|on|at) [^.!?:]{1,50}|(?:here (?:are|is) )?more from [^.!?:]{1,50}|(?:read|see|find) more (?:stories |news |articles |coverage |about |on |from |at |of ).{1,80}[^.!?"']|(?:click|tap) here (?:to|for) .{1,100})$/i,
  },
  {
    kind: "subscription",
    most: 200,
    pattern:
      /^(?:newsletters?|podcasts?|(?:check out|listen to|hear) (?:our|the latest) (?:\w+ )?(?:podcasts?|newsletters?))\s*[:|»>–—-]/i,
  },
  {
    kind: "advertisement",
    most: 80,
    pattern: /^advertisements?\s*[-–—:|]/i,
  },
  {
    kind: "related",
    most: 60,
    pattern: /^most (?:read|viewed|popular|shared) in [\w &]{1,30}$/i,
  },
  {
    kind: "subscription",
    most: 320,
    pattern:
      /^(?:[^"“”]{0,160}\b(?:sign ?up|subscribe|register) (?:for|to) (?:the|our|\w+'?s?)\b[^"“”.]{0,60}\b(?:newsletters?|e-?mail updates)\b|(?:please )?(?:sign ?up|subscribe|register|log ?in|join)\b.{0,200}\b(?:newsletters?|in-?box|e-?mail (?:newsletters?|alerts?|updates?|list)|emails$|alerts?|briefings?|subscription|subscribers?|unlimited|updates|digest|membership|podcasts?|channel)\b|get (?:our|the|all the|your|more|breaking)\b.{0,120}\b(?:newsletters?|inbox|alerts|delivered)\b|(?:subscribe|sign ?up) (?:to|for|now|today)\b[^.]{0,80}$|(?:this (?:article|story|content) is|to (?:continue|keep) reading).{0,60}\bsubscribe)/i,
  },
  {
    kind: "sharing",
    most: 160,
    pattern:
      /^(?:(?:like|enjoy(?:ed)?) (?:this|what you)[^.!?]{0,40}[?!] ?(?:please )?(?:share|tell|like|follow)\b.{0,60}|(?:follow|like|join|find|connect with) .{1,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|google news|youtube|linkedin|tiktok|threads|bluesky|mastodon|social media)\b.{0,60}|share this (?:\w+ ){0,2}(?:on|via|with)\b.{0,60})$/i,
  },
  {
    kind: "promotion",
    most: 500,
    pattern:
      /^(?:download (?:our|the)\b.{0,80}\bapps?\b|get (?:the|our)\b.{0,40}\bapp\b|(?:buy|order|get) (?:the|your|our|a)\b.{0,60}\b(?:book|copy|tickets|print edition)\b|support (?:our|independent|quality) journalism\b|donate (?:now|today|to)\b|help us (?:keep|continue)\b|we rely on\b.{0,40}\breaders\b|if you (?:enjoyed|liked) this (?:article|story|post)\b|get access to\b.{0,120}\bsubscriptions?\b|follow \S{1,30} (?:full|complete|latest) coverage\b)/i,
  },
  {
    kind: "contact",
    most: 200,
    pattern:
      /^(?:(?:contact|e-?mail|write to|reach|get in touch with)(?: (?:us|me|the (?:author|authors|editors?|reporters?|writers?)|[A-Z]\w+(?: [A-Z][\w-]+){0,2}))(?: (?:at|on|via|by)\b| ?:).{3,100}|send (?:us )?(?:your |a |any )?(?:\w+ ){0,3}(?:tips?|letters?|feedback|comments?|stories|corrections?)(?: or \w+)? (?:to|at)\b.{3,80}|(?:have|got|do you have) an? (?:news )?(?:tip|story|comment|question)\b.{0,120})$/i,
  },
  {
    kind: "copyright",
    most: 400,
    needs: /^(?:copyright|©|\(c\)|unauthori|reproduction)|all rights reserved|may not be|copyright\b|may be/i,
    pattern:
      /^(?:copyright ?(?:©|ⓒ|@|\(c\)|\d{4}|the\b|by\b)|©|\(c\) ?\d{4}|.{0,100}\ball rights reserved\b|.{0,80}\bmay not be (?:published|reproduced|copied|redistributed|broadcast|rewritten)\b|(?:this|the) (?:document|article|story|content|material) is (?:subject to|protected by) copyright\b|.{0,120}\bno part (?:of this \w+ )?may be (?:reproduced|copied)\b|reproduction (?:in whole|without)\b|unauthori[sz]ed (?:use|reproduction)\b)/i,
  },
  {
    kind: "caption",
    most: 160,
    pattern:
      /^\W{0,2}(?:(?:file |stock |undated |handout )?(?:photos?|images?|pictures?|photographs?|photographer|illustration|video|graphic|cartoon|map)(?: (?:credit|source|copyright|caption))?s? ?(?::|by [A-Z]|courtesy\b|\/)|(?:photo|image|picture|video) (?:credit|source|copyright|caption)s?\b|getty images\b|credit ?: ?.{1,60}\b(?:getty|photo|images?|shutterstock|flickr|creative commons)|(?:AP|AFP|EPA|REUTERS|Reuters|Getty)(?: Photo| Images?)? ?\/ ?(?!(?:AP|AFP|UPI|DPA|Reuters|PTI|ANI)\b)[A-Z])/i,
  },
  {
    kind: "caption",
    most: 800,
    pattern:
      /^(?:FILE(?: PHOTO| IMAGE| - | – | — |: )|FILE ?[-–—:])|\((?:(?:AP|EPA|AFP|Reuters|REUTERS|File|Pool|Handout|Courtesy)[\w .,'&-]{0,60}(?:Photo|photo|Images?|via AP|via Reuters|pool)\b[^()]{0,60}|(?:Photo|Image|Picture)s?(?: credit)?(?: by|:| courtesy)[^()]{1,80}|[^()]{0,60}(?:Getty Images|Shutterstock|AP Photo|EPA-EFE)[^()]{0,60})\)\.?$|\((?:AP Photo|Photo by|Image by)[^()]{1,80}\)$/,
  },
  {
    kind: "caption",
    most: 80,
    pattern:
      /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*){1,3} ?\/ ?(?:AP|AFP|EPA|Reuters|REUTERS|Associated Press|Getty(?: Images)?|Bloomberg|TASS|Xinhua)$/u,
  },
  {
    kind: "caption",
    most: 120,
    pattern:
      /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4}(?: ?[/|] ?\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,3}){0,2} ?[/|] ?(?:(?:(?:AFP )?via )?Getty(?: Images)?|Shutterstock|Alamy|iStock|EPA-EFE|Corbis|Flickr)$/u,
  },
  {
    kind: "contact",
    most: 80,
    pattern:
      /^(?:(?:e-?mail|twitter|contact|follow)\s?[:@]? ?)?(?:[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}|@\w{2,30}|(?:https?:\/\/)?(?:www\.)?(?:twitter|facebook|instagram|linkedin|youtube|x)\.com\/[\w./@-]{1,50})\.?$/i,
  },
  {
    kind: "advertisement",
    most: 120,
    pattern: /^(?:(?:story|article) continues (?:below|after)|sponsored by\b|ads? by\b|paid for by\b)/i,
  },
  {
    kind: "comments",
    most: 160,
    pattern:
      /^(?:\d{1,5} (?:comments?|replies|shares?)\b.{0,40}|comments? (?:on|for) this (?:article|story)\b.{0,80}|what do you think\?.{0,80}\bcomments?\b.{0,40}|(?:let us know|tell us|have your say|share your (?:thoughts|views))\b.{0,100}\bcomments?\b.{0,40}|tell us what you think\W{0,4})$/i,
  },
  {
    kind: "correction-note",
    most: 600,
    pattern:
      /^\W{0,3}(?:(?:this|the) (?:story|article|report|post|headline|version|item|dispatch)\b[^.]{0,40}\b(?:has been|was|is being|have been) (?:updated|corrected|amended|revised|edited|changed)|(?:an|a previous|the original|a prior) (?:earlier )?version of this (?:story|article|report|post)\b|(?:correction|clarification|editor'?s'? note|corrections? (?:&|and) clarifications?|note to (?:readers|editors))(?: ?\([^)]{1,40}\)| \d{1,2}:\d\d[^:]{0,20})? ?[:—–-] )/i,
  },
]
