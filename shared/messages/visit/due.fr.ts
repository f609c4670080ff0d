import type { Assessment, Delay } from '../../contract/law/assessment.ts'

const nbsp = '\u00a0'

const lower = (text: string) => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)
const upper = (text: string) => text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1)

const units: Readonly<Record<Delay['unit'], string>> = { months: 'mois', days: 'jours' }
const delayOf = ({ count, unit }: Delay): string =>
  count === 1 && unit === 'days' ? `1${nbsp}jour` : `${count}${nbsp}${units[unit]}`

const silences: Readonly<Record<Assessment['silence']['sense'], string>> = {
  rejet: 'rejet',
  acceptation: 'acceptation',
  inconnu: 'à préciser',
  sansObjet: 'sans objet',
}

const effects: Readonly<Record<Assessment['ifIncomplete']['effect'], string>> = {
  suspends: `Tant qu’une pièce manque${nbsp}: le délai est suspendu`,
  restarts: `Tant qu’une pièce manque${nbsp}: le délai ne court pas`,
  none: `Tant qu’une pièce manque${nbsp}: le délai court`,
  unknown: `Tant qu’une pièce manque${nbsp}: effet à préciser`,
}

/** Offices that are called by their kind, with its article. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [
    /^(mairie|préfecture|sous-préfecture|caisse|maison|métropole|communauté|agence|trésorerie)(?![\p{L}-])/iu,
    'La',
  ],
  [/^(ccas|conseil|centre|département|pôle|service|tribunal)(?![\p{L}-])/iu, 'Le'],
]

/** « La mairie » of « Mairie de Saint-Aubin »; an office of another kind by its own name. */
export function calledSo(office: string): string {
  for (const [kind, article] of kinds) {
    const [word] = kind.exec(office) ?? []
    if (word !== undefined) return `${article} ${word === word.toUpperCase() ? word : lower(word)}`
  }
  return office
}

/** Before its verb, a name that a comma divides is closed by one: « la caisse, pour l’État, décide ». */
export const beforeVerb = (who: string): string => (who.includes(',') ? `${who},` : who)

/** What is due on both sides, as the counter says it. */
export const counterDue = {
  sides: { person: 'L’usager', administration: 'L’administration' },
  more: (count: number) => `et ${count}${nbsp}de plus`,
  whole: 'Ce qui est dû, des deux côtés',
  late: (title: string) => `En retard${nbsp}: ${lower(title)}`,
  lateSince: (day: string) => `depuis le ${day}`,
  on: (title: string, day: string) => `${title}${nbsp}: ${day}`,
  fromDay: (title: string, day: string) => `${title}${nbsp}: à partir du ${day}`,
  between: (title: string, from: string, to: string) => `${title}${nbsp}: du ${from} au ${to}`,
  collects: (office: string, who: string) =>
    `${calledSo(office)} reçoit le dossier, ${beforeVerb(who)} décide`,
  declared: (office: string, who: string, collects: boolean) =>
    collects
      ? `${calledSo(office)} reçoit la déclaration, adressée à${nbsp}: ${who}`
      : `La déclaration est adressée à${nbsp}: ${who}`,
  decides: (who: string) => `Qui décide${nbsp}: ${who}`,
  silence: (sense: Assessment['silence']['sense'], delay: Delay | null) =>
    delay === null || sense === 'sansObjet' || sense === 'inconnu'
      ? `Silence${nbsp}: ${silences[sense]}`
      : `Silence${nbsp}: ${silences[sense]} après ${delayOf(delay)}`,
  acknowledgement: (due: boolean) => `Accusé de réception${nbsp}: ${due ? 'dû' : 'non dû'}`,
  effects,
  /** « Recours sans délai » would be heard as « at once ». */
  remedy: ({ delay, noDelay }: Pick<NonNullable<Assessment['remedy']>, 'delay' | 'noDelay'>) =>
    noDelay === 'always'
      ? `Recours${nbsp}: aucun texte ne fixe de délai`
      : `Recours${delay === null ? '' : ` sous ${delayOf(delay)}`}`,
  priors: {
    yes: 'recours préalable obligatoire',
    no: 'sans recours préalable obligatoire',
    unknown: 'recours préalable : à confirmer',
  },
  free: 'Gratuit',
  delivers: (title: string) => `Remis${nbsp}: ${lower(title)}`,
  worth: (worth: string, onTheSpot: boolean, duplicate: boolean) =>
    [upper(worth), onTheSpot ? 'remis sur place' : null, duplicate ? null : 'sans duplicata']
      .filter((part) => part !== null)
      .join(' · '),
  destroyed: (delay: Delay | null, detail: string | null) =>
    [detail, delay === null ? null : `Détruit après ${delayOf(delay)} sans retrait`]
      .filter((part) => part !== null)
      .join(' · '),
  consigne: (issuer: string, day: string) => `Consigne · ${issuer}, depuis le ${day}`,
  against: (texts: readonly string[]) => `Contraire à ${texts.join(', ')}`,
  consigneFlag: 'consigne',
  followText: (texts: readonly string[]) => `Suivre le texte (${texts.join(', ')}). Consigne écartée${nbsp}:`,
  followConsigne: `Suivre la consigne${nbsp}:`,
  textsToConfirm: 'Textes à confirmer',
  indispensable: 'indispensable',
  mayWait: 'peut être apportée après',
  held: (title: string) => `Obtenue par échange${nbsp}: ${lower(title)}`,
  askAgain: 'Redemander quand même',
  askAgainTitle: (title: string) => `Redemander${nbsp}: ${lower(title)}`,
  askAgainHelp:
    'Une administration détient cette pièce. Pour la redemander, écrivez la raison : chaque demande est comptée (CRPA L114-10).',
  askAgainReasons: [
    'L’échange ne répond pas',
    'L’échange ne trouve pas la personne',
    'Les données reçues sont fausses ou anciennes',
    'L’administration qui la détient ne peut pas la transmettre',
  ],
  askedAgain: 'redemandée',
  readBy2dDoc: '2D-Doc vérifié : il ne peut pas être refusé',
  ask: 'La demander',
  askHelp: 'Entrée : présentée',
  explain: (title: string) => `Pourquoi${nbsp}: ${lower(title)}`,
  explainHelp: 'Appuyez sur la lettre d’une pièce pour lire pourquoi elle est demandée, ou ne l’est pas.',
  explainNone: 'Aucun raisonnement n’est connu pour cette pièce.',
  print: 'Fiche des deux côtés',
  printed: 'La fiche des deux côtés s’imprime.',
  sheetTitle: 'Fiche des deux côtés',
} as const
