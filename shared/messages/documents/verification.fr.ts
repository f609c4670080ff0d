import type { ClosingFault } from '../../contract/documents/closings.ts'
import type { FileVerdict } from '../../documents/pdfSeal.ts'

/** What checking a file says to whoever checks it. */
export const fileVerdictWords: Readonly<Record<FileVerdict['is'], string>> = {
  authentic:
    'Ce fichier est authentique : il a été fait par cet office, et aucun de ses octets n’a été modifié.',
  altered: 'Ce fichier a été modifié après avoir été fait : ne vous y fiez pas.',
  otherOffice:
    'Ce fichier n’a pas été fait par cet office. Vérifiez-le avec la clé de celui dont il porte le nom.',
  unsealed:
    'Ce PDF ne porte pas le sceau de l’office : rien ne dit s’il a été modifié. Vérifiez plutôt le code que porte la page.',
  notPdf: 'Ce fichier n’est pas un PDF.',
}

/** The command line's sentences on documents. */
export const documentCli = {
  noOffice: 'Ce dossier ne contient pas encore d’office : il n’a ni clé ni document.',
  unknownNumber: (number: string) => `Aucun document ne porte le numéro « ${number} » dans ce dossier.`,
  erased: (number: string) =>
    `Les faits du document ${number} ont été effacés à leur terme : il ne reste que son numéro et son empreinte.`,
  damaged: (number: string) => `Les faits du document ${number} sont abîmés : ils ne peuvent plus être lus.`,
  altered: (number: string) =>
    `Le document ${number} ne tient pas : ce qui en est gardé n’est pas ce qui a été émis et scellé. Il n’est pas rendu : « document journal verify » dit ce qui a changé.`,
  unreadableFile: (file: string) => `Le fichier « ${file} » ne peut pas être lu.`,
  unwritableFile: (file: string) => `Le fichier « ${file} » ne peut pas être écrit.`,
  fileThere: (file: string) =>
    `« ${file} » existe déjà : rien n’a été écrit. Donnez un autre nom, ou recommencez avec --replace pour le remplacer.`,
  badKey: (key: string) =>
    `« ${key} » n’est pas la clé publique d’un office : il faut un fichier de « document key », ou la clé elle-même.`,
  unsigned: (why: string) => `Le PDF est écrit sans sceau : ${why}`,
  noSecret: 'la clé secrète de l’office n’est pas dans ce dossier.',
  otherSecret: 'la clé secrète de ce dossier n’est pas celle de l’office.',
  written: (file: string, bytes: number) => `${file} : ${bytes} octets.`,
  noBrowser:
    'Aucun navigateur n’a pu faire le PDF. Installez Chromium, ou demandez le format « text », « json » ou « escpos ».',
  pageLacks: 'La page de vérification n’a pas pu être préparée : lancez npm run build.',
  holds: (documents: number, erased: number, signatures: number | null) =>
    [
      `Documents vérifiés : ${documents}, sans trou, chacun lié au précédent et conforme au journal`,
      ...(erased > 0 ? [` ; ${erased} dont les faits ont été effacés à leur terme`] : []),
      ...(signatures === null ? [] : [` ; ${signatures} signatures vérifiées`]),
      '.',
    ].join(''),
  broken: (number: string | null, why: string) =>
    number === null
      ? `Les documents ne tiennent pas : ${why}`
      : `Le document ${number} ne tient pas : ${why}`,
} as const

/** Why a document of the journal does not hold. */
export const flawWords = {
  foreignNumber: 'son numéro n’est pas celui d’un document de ce genre et de cette année.',
  gap: (expected: string) => `le numéro ${expected} manque avant lui.`,
  repeated: 'ce numéro a déjà été donné.',
  hash: 'son empreinte ne correspond pas à ce que le journal en dit.',
  unlinked: 'il n’est pas lié au document qui le précède.',
  notInTable: 'il n’est pas dans la table des documents.',
  table: (column: string) => `la table des documents en dit autre chose que le journal (${column}).`,
  notInJournal: 'il est dans la table des documents, mais le journal ne l’a pas.',
  factsNotInJournal: 'ses faits sont gardés, mais le journal ne l’a pas.',
  unreadable: 'ses faits ne sont pas lisibles.',
  seal: 'le sceau gardé avec ses faits n’est pas celui du journal.',
  facts: 'ses faits ne sont pas ceux qui ont été scellés.',
  shortCode: 'son code court n’est pas celui de son empreinte.',
  code: 'son code ne dit pas ce que disent ses faits et son sceau.',
  signature: 'sa signature n’est pas celle de l’office.',
  closing: (name: string, why: string) => `la clôture « ${name} » ${why}`,
} as const

/** Why a closing of the documents does not hold. */
export const closingFlaws: Readonly<Record<ClosingFault, string>> = {
  altered: 'n’est pas ce qui a été clos.',
  forged: 'n’est pas signée par l’office.',
  unlinked: 'n’est pas liée à celle qui la précède.',
  name: 'porte une date qui recule ou revient.',
  series: 'oublie un numéro, ou en compte un deux fois.',
  totals: 'n’a pas les totaux de ce qu’elle couvre.',
  missing: 'laisse un mois ou une année sans clôture.',
}

/** The verification page’s own words. */
export const verificationWords = {
  title: 'Vérifier un document',
  tooMany: 'Trop de demandes de cette page. Attendez une minute, puis recommencez.',
  help: 'Le code ou le PDF est vérifié sur cet appareil, avec la clé publique de l’office. Rien n’est envoyé, rien n’est gardé.',
  key: {
    title: 'Clé de l’office',
    own: 'Cette page vérifie avec la clé de son office.',
    chosen: 'La clé donnée est prise.',
    change: 'Prendre la clé d’un autre office',
    lacks: 'Donnez d’abord la clé publique de l’office qui a émis le document.',
    label: 'Clé publique',
    detail: 'Collez la clé que l’office publie, ou ouvrez son fichier.',
    open: 'Ouvrir le fichier de la clé',
    bad: 'Ce n’est pas la clé publique d’un office. Demandez-la de nouveau à l’office.',
  },
  document: {
    title: 'Document à vérifier',
    label: 'Code du document',
    detail: 'Lisez-le avec une douchette, ou collez-le. « Entrée » le vérifie.',
    verify: 'Vérifier le code',
    open: 'Ouvrir un PDF ou une photo du code',
    drop: 'Un fichier peut aussi être déposé n’importe où sur cette page.',
    empty: 'Donnez un code à vérifier.',
    unreadable:
      'Ce fichier ne s’ouvre pas. Choisissez le PDF du document, ou une photo de son code (JPEG, PNG ou WebP).',
    nothing: 'Aucun code n’est lisible sur cette image. Prenez-la plus près, bien à plat et sans reflet.',
    reading: 'Lecture du fichier…',
  },
  result: 'Résultat',
  compare:
    'Comparez ces lignes avec le papier : elles viennent du code, que personne ne peut refaire sans l’office.',
  fact: {
    kind: 'Document',
    number: 'Numéro',
    at: 'Émis le',
    label: 'Démarche ou service',
    pieces: 'Pièces',
    school: 'Valeur',
  },
  pieces: (presented: number, missing: number) =>
    `${presented} présentée${presented < 2 ? '' : 's'}, ${missing} demandée${missing < 2 ? '' : 's'}`,
  here: (when: string) => `${when} (heure de cet appareil)`,
  school: 'Aucune : spécimen d’un site de formation.',
} as const
