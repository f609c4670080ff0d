// The declaration of accessibility, as the model of RGAA 4.1.2 orders it.

const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

export type DeclarationCounts = {
  readonly conform: number
  readonly refused: number
  readonly apart: number
  /** Clauses of EN 301 549, of what is no page, that are not met. */
  readonly clauses: number
}

/** Share of the criteria that apply and are met, in whole hundredths, never rounded up to all of them. */
const rate = ({ conform, refused }: DeclarationCounts) => Math.floor((100 * conform) / (conform + refused))

/**
 * How the declaration names a rate: all, half at least, less (model of RGAA 4.1.2). It never says « totalement » above a
 * list of what is not accessible, be it of the other standard.
 */
export const levelOf = (counts: DeclarationCounts): 'whole' | 'part' | 'none' =>
  counts.refused + counts.clauses === 0 ? 'whole' : rate(counts) >= 50 ? 'part' : 'none'

const levels = { whole: 'totalement', part: 'partiellement', none: 'non' } as const

export const declarationFr = {
  title: 'Accessibilité',
  /** What a page says in its foot, with the declaration behind it. */
  short: (counts: DeclarationCounts) => `Accessibilité : ${levels[levelOf(counts)]} conforme`,
  whole: 'La déclaration entière',
  who: (office: string) =>
    `${office === '' ? 'L’administration qui utilise ce logiciel' : office} s’engage à rendre ses services accessibles (loi n° 2005-102 du 11 février 2005, article 47). Cette déclaration porte sur les pages de Guichet : la borne, l’affichage de la salle, le suivi d’un ticket, la vérification d’un document, et les postes des agents.`,
  state: 'État de conformité',
  stateIs: (counts: DeclarationCounts) =>
    `Guichet est ${levels[levelOf(counts)]} conforme au RGAA 4.1.2 : ${rate(counts)} % des critères qui s’appliquent sont respectés (${many(counts.conform, 'respecté', 'respectés')}, ${many(counts.refused, 'non respecté', 'non respectés')}, ${many(counts.apart, 'qui ne s’applique pas', 'qui ne s’appliquent pas')}).${
      counts.clauses === 0
        ? ''
        : ` De la norme EN 301 549, ${many(counts.clauses, 'exigence n’est pas respectée', 'exigences ne sont pas respectées')}.`
    }`,
  how: 'Ce résultat est celui de l’éditeur, critère par critère : des essais automatiques tiennent la plupart d’entre eux à chaque version (axe, clavier seul, quatre touches, arbre d’accessibilité lu comme un lecteur d’écran le lit). Aucun audit par un tiers n’a été fait.',
  refused: 'Ce qui n’est pas accessible',
  tools: 'Comment elle est établie',
  toolsAre:
    'HTML, CSS et JavaScript, dans Chromium et Electron ; norme EN 301 549 pour le logiciel et pour les fonctions fermées de la borne.',
  contact: 'Un défaut, une aide',
  contactIs: (contact: string) =>
    `Si vous n’arrivez pas à faire une démarche, dites-le à un agent, ou : ${contact}.`,
  contactNone: 'Si vous n’arrivez pas à faire une démarche, dites-le à un agent : il la fera avec vous.',
  plan: 'Schéma pluriannuel et plan d’action',
  planNone: 'L’administration ne les a pas encore publiés ici.',
  remedy: 'Si rien n’est fait',
  remedyIs:
    'Vous pouvez écrire au Défenseur des droits : formulaire.defenseurdesdroits.fr, ou sans affranchir à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, ou téléphoner au 09 69 39 00 00.',
} as const
