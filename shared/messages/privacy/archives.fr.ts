import type { ArchiveKind, ArchiveTerm, Fate } from '../../contract/privacy/archives.ts'
import { agree } from '../format/numbers.ts'

/** A number of calendar months: « 5 ans », « 18 mois ». */
const term = (months: number): string =>
  months % 12 === 0 ? `${months / 12} ${agree(months / 12, 'an', 'ans')}` : `${months} mois`

/** From when each kind is kept. */
const since: Readonly<Record<ArchiveKind, string>> = {
  document: 'après la délivrance',
  closedFile: 'après la fin du dossier',
  tillNote: 'après l’écriture',
  rightsRequest: 'après la demande',
  incident: 'après la fiche',
}

const then: Readonly<Record<Fate, string>> = {
  elimination: 'puis à éliminer : rien ne l’est sans le visa des archives.',
  sorting: 'puis à trier avec les archives : rien n’est éliminé sans leur visa.',
  transfer: 'puis à verser aux archives : rien n’est éliminé.',
}

/** The rule of a kind of public archive, under a term: in the register, on the page, on a person's sheet. */
const rule = (kind: ArchiveKind, { months, fate }: ArchiveTerm): string => {
  if (kind !== 'closedFile')
    return months === null
      ? `Gardé sans terme ${since[kind]}.`
      : `Gardé ${term(months)} ${since[kind]}, ${then[fate]}`
  const text = 'la durée que donne le texte de la démarche'
  return months === null
    ? `Gardé ${since[kind]} pour ${text}, sans terme si aucun n’en donne, ${then[fate]}`
    : `Gardé ${term(months)} ${since[kind]}, ou ${text} si elle est plus longue, ${then[fate]}`
}

const kinds: Readonly<Record<ArchiveKind, string>> = {
  document: 'Documents émis',
  closedFile: 'Dossiers terminés',
  tillNote: 'Notes de la régie',
  rightsRequest: 'Demandes faites au titre des droits',
  incident: 'Fiches d’incident',
}

/** The office's public archives: how long, and how they are eliminated. */
export const archivesWords = {
  section: 'Archives',
  kinds,
  term,
  rule,
  fates: {
    elimination: 'éliminer, sous le visa des archives',
    sorting: 'trier avec les archives',
    transfer: 'verser aux archives',
  } satisfies Record<Fate, string>,
  terms: {
    title: 'Combien de temps',
    help: 'Aucune de ces archives ne disparaît d’elle-même. La durée d’utilité administrative se fixe avec le service des archives ; celle qui est proposée vaut jusque-là.',
    columns: { kind: 'Nature', rule: 'Durée et sort', why: 'Texte', over: 'Échues', act: 'Régler' },
    toConfirm: 'Durée proposée, à confirmer avec les archives.',
    minimum: (months: number) => `Au moins ${term(months)}.`,
    over: (count: number, most: number) => (count >= most ? `${most} ou plus` : String(count)),
    change: 'Changer',
    changeFor: (kind: string) => `Changer la durée : ${kind}`,
    months: 'Durée, en mois',
    monthsHelp: 'Laissez vide si aucune durée n’est connue : rien n’est alors éliminé.',
    monthsWrong: 'Écrivez un nombre de mois, de 1 à 1 200.',
    fate: 'Au terme',
    save: 'Enregistrer',
    cancel: 'Annuler',
    saved: 'La durée est enregistrée.',
  },
  slip: {
    title: 'Éliminer',
    help: 'Établissez le bordereau, imprimez-le, faites-le signer par le service des archives, enregistrez son visa, puis éliminez. Un dossier ouvert ou limité n’y entre jamais.',
    draw: 'Établir un bordereau',
    drawn: (number: number, count: number) =>
      `Le bordereau n° ${number} est établi : ${count} ${agree(count, 'ligne', 'lignes')}.`,
    paper: (number: number) => `Bordereau d’élimination n° ${number}`,
    office: (name: string) => `Service producteur : ${name}.`,
    madeOn: (day: string) => `Établi le ${day}.`,
    law: 'Soumis au visa de la personne chargée du contrôle scientifique et technique de l’État sur les archives (code du patrimoine, art. L212-2 et R212-14). Aucune élimination sans ce visa (art. L214-3).',
    counts: 'Récapitulatif',
    countColumns: { kind: 'Nature', from: 'Du', to: 'Au', count: 'Nombre', rule: 'Durée et sort' },
    lines: 'Lignes',
    lineColumns: { rank: 'N°', kind: 'Nature', ref: 'Référence', on: 'Date' },
    noRef: 'sans numéro',
    sign: 'Visa des archives (date, numéro, nom, qualité, signature ; lignes retenues) :',
    visa: (given: { readonly number: string; readonly on: string; readonly by: string }) =>
      `Visa n° ${given.number} du ${given.on}, ${given.by}.`,
    withheld: (ranks: readonly number[]) =>
      ranks.length === 0
        ? 'Aucune ligne n’est retenue.'
        : `Lignes retenues par les archives : ${ranks.join(', ')}.`,
    print: 'Imprimer, ou enregistrer en PDF',
    record: 'Enregistrer le visa',
    visaNumber: 'Numéro du visa',
    visaNumberHelp: 'Lettres, chiffres, espaces, points, barres et tirets.',
    on: 'Date du visa',
    by: 'Signé par (nom et qualité)',
    ranks: 'Lignes retenues par les archives (leurs numéros, facultatif)',
    incomplete: 'Écrivez le numéro du visa, sa date et qui l’a signé.',
    ranksWrong: 'Écrivez des numéros de ligne, séparés par des virgules.',
    recorded: 'Le visa est enregistré.',
    eliminate: 'Éliminer',
    eliminateSure: 'Éliminer pour toujours les lignes visées',
    eliminated: (count: number, left: number) =>
      left === 0
        ? `Éliminé : ${count}.`
        : `Éliminé : ${count}. Laissé, car limité ou rouvert depuis : ${left}.`,
    withdraw: 'Abandonner ce bordereau',
    withdrawSure: 'Abandonner : rien n’en est éliminé',
    withdrawn: 'Le bordereau est abandonné.',
  },
  past: {
    title: 'Éliminations faites',
    none: 'Aucune élimination.',
    columns: { number: 'Bordereau', on: 'Éliminé le', visa: 'Visa', what: 'Quoi' },
    visa: (number: string, on: string) => `n° ${number} du ${on}`,
    what: (count: number, kind: string, from: string, to: string) =>
      `${kind} : ${count}, du ${from} au ${to}`,
  },
} as const
