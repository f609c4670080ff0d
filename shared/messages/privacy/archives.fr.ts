import type { ArchiveKind, ArchiveTerm, Fate } from '../../contract/privacy/archives.ts'
import { agree } from '../format/numbers.ts'

/** A number of calendar months: « 5 ans », « 18 mois ». */
const term = (months: number): string =>
  months % 12 === 0 ? `${months / 12} ${agree(months / 12, 'an', 'ans')}` : `${months} mois`

/** What the archives wrote on a slip. */
type Visa = { readonly number: string; readonly on: string; readonly by: string }

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
  transfer: 'puis à verser aux archives, sur un bordereau : rien n’est éliminé avant.',
}

/** The rule of a kind of public archive, under a term: in the register, on the page, on a person's sheet. */
const rule = (kind: ArchiveKind, { months, fate }: ArchiveTerm): string => {
  if (kind !== 'closedFile')
    return months === null
      ? `Gardé sans terme ${since[kind]}.`
      : `Gardé ${term(months)} ${since[kind]}, ${then[fate]}`
  const text = 'la durée que donne le texte de la démarche'
  return months === null
    ? `Gardé ${since[kind]} pour ${text}, un an au moins, sans terme si aucun n’en donne, ${then[fate]}`
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
    columns: {
      kind: 'Nature',
      rule: 'Durée et sort',
      why: 'Texte',
      over: 'À éliminer',
      toTransfer: 'À verser',
      act: 'Régler',
    },
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
    title: { elimination: 'Éliminer', transfer: 'Verser' },
    draws: 'Éliminer, verser',
    help: {
      elimination:
        'Établissez le bordereau, imprimez-le, faites-le signer par le service des archives, enregistrez son visa, puis éliminez. Un dossier ouvert ou limité n’y entre jamais.',
      transfer:
        'Établissez le bordereau, imprimez-le, remettez-le aux archives avec le contenu, faites-le signer, enregistrez la prise en charge, puis notez le versement. Rien n’est éliminé : ce que l’office garde est une copie, éliminable ensuite sous un visa.',
    },
    draw: {
      elimination: 'Établir un bordereau d’élimination',
      transfer: 'Établir un bordereau de versement',
    },
    drawn: (number: number, count: number) =>
      `Le bordereau n° ${number} est établi : ${count} ${agree(count, 'ligne', 'lignes')}.`,
    paper: {
      elimination: (number: number) => `Bordereau d’élimination n° ${number}`,
      transfer: (number: number) => `Bordereau de versement n° ${number}`,
    },
    office: (name: string) => `Service producteur : ${name}.`,
    madeOn: (day: string) => `Établi le ${day}.`,
    law: {
      elimination:
        'Soumis au visa de la personne chargée du contrôle scientifique et technique de l’État sur les archives (code du patrimoine, art. L212-2 et R212-14). Aucune élimination sans ce visa (art. L214-3).',
      transfer:
        'Bordereau descriptif de ce qui est versé, établi par le service d’origine (code du patrimoine, art. R212-16). Le contenu est remis avec lui.',
    },
    counts: 'Récapitulatif',
    countColumns: { kind: 'Nature', from: 'Du', to: 'Au', count: 'Nombre', rule: 'Durée et sort' },
    lines: 'Lignes',
    lineColumns: { rank: 'N°', kind: 'Nature', ref: 'Référence', on: 'Date' },
    noRef: 'sans numéro',
    sign: {
      elimination: 'Visa des archives (date, numéro, nom, qualité, signature ; lignes retenues) :',
      transfer:
        'Remis par (date, nom, qualité, signature), pris en charge par les archives (date, numéro, nom, qualité, signature ; lignes refusées) :',
    },
    visa: {
      elimination: (given: Visa) => `Visa n° ${given.number} du ${given.on}, ${given.by}.`,
      transfer: (given: Visa) => `Prise en charge n° ${given.number} du ${given.on}, ${given.by}.`,
    },
    withheld: {
      elimination: (ranks: readonly number[]) =>
        ranks.length === 0
          ? 'Aucune ligne n’est retenue.'
          : `Lignes retenues par les archives : ${ranks.join(', ')}.`,
      transfer: (ranks: readonly number[]) =>
        ranks.length === 0
          ? 'Aucune ligne n’est refusée.'
          : `Lignes refusées par les archives : ${ranks.join(', ')}.`,
    },
    content:
      'Contenu à remettre : « guichet archive DOSSIER --versement --out SORTIE », sur l’ordinateur de l’hôte.',
    print: 'Imprimer, ou enregistrer en PDF',
    record: { elimination: 'Enregistrer le visa', transfer: 'Enregistrer la prise en charge' },
    visaNumber: { elimination: 'Numéro du visa', transfer: 'Numéro de la prise en charge' },
    visaNumberHelp: 'Lettres, chiffres, espaces, points, barres et tirets.',
    on: { elimination: 'Date du visa', transfer: 'Date de la prise en charge' },
    by: 'Signé par (nom et qualité)',
    ranks: {
      elimination: 'Lignes retenues par les archives (leurs numéros, facultatif)',
      transfer: 'Lignes refusées par les archives (leurs numéros, facultatif)',
    },
    incomplete: {
      elimination: 'Écrivez le numéro du visa, sa date et qui l’a signé.',
      transfer: 'Écrivez le numéro de la prise en charge, sa date et qui l’a signée.',
    },
    ranksWrong: 'Écrivez des numéros de ligne, séparés par des virgules.',
    recorded: { elimination: 'Le visa est enregistré.', transfer: 'La prise en charge est enregistrée.' },
    eliminate: 'Éliminer',
    eliminateSure: 'Éliminer pour toujours les lignes visées',
    eliminated: (count: number, left: number) =>
      left === 0
        ? `Éliminé : ${count}.`
        : `Éliminé : ${count}. Laissé, car limité ou rouvert depuis : ${left}.`,
    transfer: 'Noter le versement',
    transferSure: 'Noter : les archives ont les lignes prises en charge',
    transferred: (count: number, left: number) =>
      left === 0 ? `Versé : ${count}.` : `Versé : ${count}. Laissé, car limité ou rouvert depuis : ${left}.`,
    withdraw: 'Abandonner ce bordereau',
    withdrawSure: 'Abandonner : rien n’en est éliminé ni versé',
    withdrawn: 'Le bordereau est abandonné.',
  },
  past: {
    title: { elimination: 'Éliminations faites', transfer: 'Versements faits' },
    none: { elimination: 'Aucune élimination.', transfer: 'Aucun versement.' },
    columns: {
      number: 'Bordereau',
      on: { elimination: 'Éliminé le', transfer: 'Versé le' },
      visa: { elimination: 'Visa', transfer: 'Prise en charge' },
      what: 'Quoi',
    },
    visa: (number: string, on: string) => `n° ${number} du ${on}`,
    what: (count: number, kind: string, from: string, to: string) =>
      `${kind} : ${count}, du ${from} au ${to}`,
  },
} as const
