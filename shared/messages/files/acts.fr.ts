import type { z } from 'zod'
import type { HandedWhat, NoticeMeans, RequestKind } from '../../contract/files/file.ts'
import type { FileClock, FileShown, Unmoved } from '../../contract/files/shown.ts'
import type { HandedMeans } from '../../contract/documents/kinds.ts'
import { articlesOf } from '../format/articles.ts'
import { count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'
type Words<K extends string> = Readonly<Record<K, string>>

const what: Words<z.infer<typeof HandedWhat>> = {
  title: 'Le titre',
  decision: 'La décision',
  document: 'Un document',
}
const means: Words<z.infer<typeof HandedMeans>> = {
  counter: 'Au guichet',
  post: 'Par courrier',
  registeredPost: 'Par lettre recommandée',
  email: 'Par courriel',
}
const notices: Words<z.infer<typeof NoticeMeans>> = {
  telephone: 'Par téléphone',
  sms: 'Par SMS',
  email: 'Par courriel',
  post: 'Par courrier',
}
const requests: Words<z.infer<typeof RequestKind>> = {
  missing: 'Une pièce qui manque',
  original: 'L’original d’une copie douteuse',
}
const pieceStates = { presented: 'reçue', missing: 'manque', notExamined: 'non examinée' } as const
const since: Words<NonNullable<FileClock['since']>> = {
  receipt: 'la réception',
  firstReceipt: 'la réception par la première administration',
  competentReceipt: 'la réception par l’administration compétente',
  pieces: 'la réception des pièces',
}
const effective: Words<FileShown['effective']['by']> = {
  postmark: 'cachet de la poste',
  electronicAcknowledgement: 'accusé électronique',
  receipt: 'réception',
}
/** Why a file does not end for a reason, and what to do. */
const endBarred = {
  decisionMissing: 'notez d’abord la décision.',
  acceptedBySilence:
    'le silence a valu acceptation, et son attestation est due à qui la demande (CRPA, art. L232-3). Notez l’acceptation, puis terminez. Si un autre dossier porte la même demande et que son refus a été notifié avant ce jour, notez ici ce refus : son numéro, et le jour de sa notification.',
  refusalNotYetNotified: 'remettez d’abord le refus, et notez sa remise.',
  refusalOvertaken:
    'le silence a valu acceptation avant que le refus soit remis. Notez d’abord l’acceptation, ou la remise du refus si la personne l’a reçu plus tôt.',
} as const
const implicit = { rejet: 'Rejet implicite', acceptation: 'Acceptation implicite' } as const

/** One file whole, and all that is done on it. */
export const fileActs = {
  what,
  means,
  notices,
  requests,
  pieceStates,

  proofs: {
    register: 'Signature au registre papier',
    noted: 'Noté ici, sans signature',
  },
  sections: {
    clock: 'Où en est le dossier',
    dues: 'Ce qui est dû',
    pieces: 'Pièces',
    requests: 'Pièces demandées',
    past: 'Suites données',
    who: 'Personne et historique',
  },

  clock: {
    implicit,
    runs: (sense: string, on: string) => `${sense} le ${on} si rien n’est décidé`,
    latest: (sense: string, on: string) => `${sense} le ${on} au plus tard`,
    suspendedUntil: (from: string, until: string) => `suspendu depuis le ${from}, jusqu’au ${until}`,
    suspended: (from: string) => `suspendu depuis le ${from}, jusqu’à la réception de ce qui est demandé`,
    was: (sense: string, on: string) => `${sense} depuis le ${on} : le silence vaut décision`,
    waiting: {
      competentOffice: (sense: string) =>
        `${sense} : le délai dépend de la réception par l’administration compétente, qui n’est pas connue ici`,
      missing: (sense: string) => `${sense} : le délai part de la réception des pièces demandées`,
      original: (sense: string) => `${sense} : le délai part de la réception de l’original demandé`,
    },
    from: (event: keyof typeof since, on: string) => `Le délai court depuis ${since[event]}, le ${on}`,
    days: (days: number) => counted(days, 'jour ne compte pas', 'jours ne comptent pas'),
    unheard: (refusal: string, on: string, until: string, overtaken: boolean) =>
      overtaken
        ? `${refusal} le ${on}, et notifiée à personne avant le ${until} : ne remettez pas cette décision, le silence a valu acceptation`
        : `${refusal} le ${on} : remettez cette décision avant le ${until}, sinon le silence vaudra acceptation`,
    decided: 'Une décision est notée : aucun délai de silence ne court plus',
    decidedUnheard: 'Un refus est signé : le délai de silence court jusqu’à sa remise',
    ended: 'Le dossier est terminé : aucun délai ne court plus',
    collects: 'L’office reçoit cette demande, une autre autorité la décide',
    received: (on: string) => `Reçue ici le ${on}`,
    sent: (on: string) => `envoyée le ${on}`,
    first: (on: string) => `reçue par une autre administration le ${on}`,
    counts: (on: string, by: keyof typeof effective, source: string | null) =>
      `Pour le délai de la personne, compte le ${on} (${effective[by]}${source === null ? '' : `, ${source}`})`,
    ackNotDue: 'Accusé de réception non dû',
    ackDue: 'Accusé de réception dû',
    notOpposable: 'Délais de recours non opposables : aucun accusé complet n’a été donné (CRPA, art. L112-6)',
  },

  requestOf: (kind: keyof typeof requests, on: string, due: string | null) =>
    due === null
      ? `${requests[kind]}, demandé le ${on}`
      : `${requests[kind]}, demandée le ${on}, attendue jusqu’au ${due}`,
  requestReceived: (on: string, inTime: boolean | null) =>
    inTime === null
      ? `reçu en entier le ${on}`
      : `reçu en entier le ${on}, ${inTime ? 'dans le délai' : 'après le délai'}`,
  clockUnmoved: 'le délai continue : la pièce n’est pas indispensable (CRPA L114-5-1)',
  unmoved: {
    elsewhere: 'le délai court chez qui décide : cette demande ne l’arrête pas (CRPA L114-3)',
    again: 'cette demande n’a pas arrêté le délai : demandez ces pièces de nouveau',
    before: 'cette demande n’a pas arrêté le délai',
  } satisfies Words<Unmoved>,
  askAgain: (days: readonly string[]) =>
    `Les pièces demandées ${days.map((day) => `le ${day}`).join(' et ')} n’ont pas arrêté le délai : demandez-les de nouveau.`,
  askAgainAct: 'Demander de nouveau',
  withdrawn: (asked: string, since: string, runsAgain: boolean, askedElse: boolean) => {
    const again = runsAgain ? ', et le délai court de nouveau depuis ce jour' : ''
    return askedElse
      ? `Le papier qui demandait des pièces le ${asked} est annulé : il n’en demande plus depuis le ${since}${again}. Celles qu’un autre papier demande restent à fournir.`
      : `Les pièces demandées le ${asked} ne sont plus demandées depuis le ${since} : leur papier est annulé${again}.`
  },
  cancelledLetter: {
    elsewhere: (number: string) =>
      `${number} est annulé. Le dossier est chez qui décide : le délai n’en change pas.`,
    due: (number: string) =>
      `${number} est annulé : l’accusé de réception est de nouveau dû. Donnez-en un. Sans accusé complet, aucun délai de recours ne court contre un rejet implicite (CRPA, art. L112-6).`,
    request: (number: string) =>
      `${number} est annulé, mais le délai compte encore les pièces demandées. Si aucun autre papier ne les demande, ne vous fiez pas à la date affichée. Redemandez-les si elles manquent, sinon décidez sans attendre.`,
    acknowledged: (number: string) =>
      `${number} est annulé, mais le dossier compte encore cet accusé. Si aucun autre n’a été donné, donnez-en un. Sans accusé complet, aucun délai de recours ne court contre un rejet implicite (CRPA, art. L112-6).`,
    acknowledgedDecided: (number: string) =>
      `${number} est annulé, mais le dossier compte encore cet accusé. Si aucun autre n’a été donné, n’opposez aucun délai de recours contre un rejet implicite (CRPA, art. L112-6).`,
  },
  indispensable: 'indispensable',
  dependsOnCase: 'selon le cas',
  noPieces: 'Aucune pièce notée',
  erasedPiece: 'Pièce (nom effacé)',
  acknowledged: (form: string, on: string) => `${form}, le ${on}`,
  forwarded: (to: string | null, on: string, competent: boolean, received: string | null) =>
    `Transmis le ${on}${to === null ? '' : ` à ${to}`}${competent ? ', qui décide' : ', pour information'}${received === null ? '' : `, reçu là-bas le ${received}`}`,
  mistaken: (sent: string, on: string, reason: string | null) =>
    `${sent}${nbsp}: transmission notée par erreur, corrigée le ${on}${reason === null ? '' : ` (${reason})`}`,
  decided: (
    decision: string,
    on: string,
    by: 'office' | 'authority',
    elsewhere?: { readonly issuer: string; readonly number: string },
    notifiedOn?: string,
  ) =>
    `${decision}, le ${on}, ${by === 'office' ? 'par l’office' : 'par l’autorité compétente'}${elsewhere === undefined ? '' : `, décision n°${nbsp}${elsewhere.number} (${elsewhere.issuer})`}${notifiedOn === undefined ? '' : `, notifiée le ${notifiedOn}`}`,
  handed: (
    thing: keyof typeof what,
    way: keyof typeof means,
    on: string,
    refused: boolean,
    proof: 'register' | 'noted' | null,
  ) =>
    `${what[thing]} : ${refused ? 'remise refusée par la personne' : 'remis'} le ${on}, ${means[way].toLocaleLowerCase('fr')}${proof === 'register' ? ', signé au registre' : ''}`,
  held: (title: string, on: string, returned: string | null) =>
    returned === null ? `${title}, gardé depuis le ${on}` : `${title}, gardé le ${on}, rendu le ${returned}`,
  titleArrived: (on: string, state: string) => `Titre arrivé le ${on}, ${state}`,
  inPerson: (texts: readonly string[]) =>
    `Remettez ce titre au guichet, en personne (${articlesOf(texts)}). Il ne s’envoie pas.`,
  collectBy: (on: string) => `à retirer avant le ${on}`,
  noticed: (times: number) => `personne prévenue ${count(times)}${nbsp}fois`,
  closed: (reason: string) => `Terminé : ${reason.slice(0, 1).toLocaleLowerCase('fr')}${reason.slice(1)}`,
  titleStates: { here: 'à retirer', handedOver: 'remis', destroyed: 'détruit' },

  person: {
    show: 'Voir la personne et l’historique',
    traced: 'Cette consultation est tracée.',
    again: 'Relire',
    none: 'Aucune personne n’est notée sur ce dossier.',
    erased: 'Les données de la personne ne sont plus gardées.',
    born: (on: string) => `né(e) le ${on}`,
    usage: (name: string) => `nom d’usage demandé${nbsp}: ${name}`,
    contact: (text: string) => `Contact${nbsp}: ${text}`,
    receipt: (issuer: string, number: string) => `Récépissé du ministère${nbsp}: ${issuer}, n° ${number}`,
    assisted: (site: string, number: string | null) =>
      number === null ? `Faite sur ${site}` : `Faite sur ${site}, n° ${number}`,
    history: 'Historique',
    receivers: (names: readonly string[]) => `Remises notées${nbsp}: ${names.join(' ; ')}`,
    by: (agent: string) => `par ${agent}`,
  },

  acts: {
    addPiece: 'Pièces reçues',
    requestPieces: 'Demander des pièces',
    acknowledge: 'Accuser réception',
    forward: 'Transmettre',
    cancelForwarding: 'Transmission notée par erreur',
    decide: 'Décider',
    issue: 'Émettre',
    titleArrived: 'Titre arrivé',
    notify: 'Prévenir',
    handOver: 'Remettre',
    holdOriginals: 'Garder des originaux',
    returnOriginals: 'Rendre les originaux',
    describe: 'Compléter',
    close: 'Terminer',
  },
  /** « Décider » of a file that another authority decides: the office notes what came. */
  decisionReceived: 'Décision reçue',
  done: (act: string, reference: string) => `${act}${nbsp}: noté sur ${reference}`,

  fields: {
    on: 'Fait le',
    receivedOn: 'Reçu ici le',
    postmark: 'Cachet de la poste (si connu)',
    sentOn: 'Envoyé le (si connu)',
    firstReceivedOn: 'Reçue par elle le',
    dueOn: 'À recevoir jusqu’au',
    issue: 'Délivrer le document (ne cochez pas si un autre logiciel l’a délivré)',
    dueForPieces: 'Pièces qui manquent, au plus tard le',
    mistake: 'Noté par erreur',
    mistakeReason: 'Pourquoi la transmission est une erreur',
    mistakeMissing: 'Écrivez pourquoi cette transmission est une erreur.',
    toAddress: 'Son adresse',
    doubt: 'Pourquoi la copie est douteuse',
    doubtMissing: 'Écrivez pourquoi la copie est douteuse : la personne le lira (CRPA, art. R113-6).',
    inDays: (days: number) => (days === 0 ? 'Aujourd’hui' : `Dans ${days}${nbsp}jour${days > 1 ? 's' : ''}`),
    dueHelp: 'Le délai est fixé par l’office : il doit laisser le temps de réunir la pièce.',
    pieces: 'Pièces',
    pieceMissing: 'Cochez ou écrivez au moins une pièce.',
    otherPiece: 'Autre pièce',
    otherSource: 'Article qui l’exige',
    otherSourceHelp:
      'Un article de la base, comme « CESEDA, art. R313-9 », ou le règlement local. Sans texte, une pièce ne peut pas être demandée.',
    indispensable: 'Indispensable pour continuer l’instruction (CRPA L114-5-1)',
    kind: 'Ce qui est demandé',
    notAsked: 'Ne peuvent pas être demandées',
    form: 'Forme de l’accusé',
    to: 'À quelle administration',
    sent: 'Ce qui est transmis',
    sentDefault: 'tout le dossier',
    receivedThere: 'Reçu par elle le (si on le sait)',
    competent: 'Cette administration décide (ne cochez pas pour une simple information)',
    decision: 'Décision',
    decisionMissing: 'Choisissez la décision.',
    toMissing: 'Écrivez à quelle administration.',
    sentMissing: 'Écrivez ce qui est transmis.',
    reason: 'Motifs, en droit et en fait',
    reasonHelp: 'Les textes appliqués, et les faits de ce dossier : la personne les lira (CRPA L211-5).',
    written:
      'Un refus s’écrit et se signe ici : « Émettre », puis « Refus motivé ». Signé dans un autre logiciel, il se note par son numéro, son motif et ses faits.',
    untold: 'Pour noter ce refus, écrivez ses motifs : le texte appliqué et les faits.',
    elsewhereBy: 'Émise par',
    elsewhereByHelp: 'Le logiciel, le registre ou l’autorité',
    elsewhereNumber: 'Son numéro',
    notifiedOn: 'Notifiée à la personne le',
    elsewhereMissing: 'Indiquez où la décision a été émise, et son numéro.',
    collectsOnly:
      'L’office reçoit le dossier, une autre autorité décide. Notez ici sa décision quand elle arrive.',
    arrivedOn: 'Arrivé le',
    slot: 'Case du tiroir',
    noticeMeans: 'Comment',
    what: 'Ce qui est remis',
    label: 'Précision, si plusieurs titres sont possibles',
    means: 'Comment',
    capacity: 'À qui',
    receiver: 'Nom de qui le prend',
    receiverMissing: 'Écrivez le nom de qui prend le titre.',
    proof: 'Ce qui le prouve',
    titleNumber: 'Numéro imprimé sur le titre (si connu)',
    refused: 'La personne a refusé de le prendre',
    reasonOfEnd: 'Motif de la fin du dossier',
    reasonOfEndMissing: 'Choisissez pourquoi le dossier se termine.',
    heardBefore: (on: string, until: string) =>
      `Un refus du ${on} est signé. Vérifiez que la personne ne l’a pas reçu avant le ${until}. Si elle l’a reçu, notez d’abord cette remise, à son jour : une fois l’attestation émise, elle ne se note plus.`,
    endBarred: (reasons: readonly string[], why: keyof typeof endBarred) =>
      `${reasons.map((reason) => `« ${reason} »`).join(', ')} : ${endBarred[why]}`,
    attestFirst:
      'Émettez l’attestation d’acceptation avant de terminer, si elle est demandée (CRPA, art. L232-3). Un dossier terminé n’en émet plus.',
    channel: 'Comment la demande est arrivée',
    procedure: 'Démarche',
    label0: 'Objet, en quelques mots',
    service: 'Service',
    chooseService: 'Choisir…',
    elsewhere: 'Une autre administration a reçu la demande, puis nous l’a transmise',
    person: 'Personne (facultatif)',
    familyName: 'Nom de famille',
    firstName: 'Prénom',
    birthDate: 'Date de naissance',
    contact: 'Téléphone ou adresse',
    ministry: 'Récépissé d’un autre logiciel (facultatif)',
    issuer: 'Qui l’a donné',
    number: 'Son numéro',
    ministryHalf: 'Écrivez qui l’a donné et son numéro, ou laissez les deux champs vides.',
    nameMissing: 'Écrivez le nom de famille, ou laissez la personne vide.',
    serviceMissing: 'Choisissez le service.',
    dateMissing: 'Écrivez la date.',
    piecesHelp: 'Cochez ce qui est arrivé avec la demande ; le reste n’est pas examiné.',
    chooseProcedure: 'Choisissez la démarche pour voir ses pièces.',
    toName: 'À nommer plus tard',
  },
  whichCase: 'Précisez le cas pour voir ses pièces',
  silenceHangs: 'Cette réponse peut changer l’effet du silence',
  question: { change: 'Changer', changeFor: (title: string) => `Changer la réponse${nbsp}: ${title}` },
  record: {
    title: 'Enregistrer un dépôt',
    titleArrived: 'Enregistrer un titre arrivé',
    describe: 'Nommer la demande',
    act: 'Enregistrer',
    recorded: (reference: string) => `Enregistrée sous ${reference}`,
    help: 'Deux dates comptent : celle de l’envoi et celle de la réception. La personne et la démarche peuvent être notées plus tard.',
  },
} as const
