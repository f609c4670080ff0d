import type { Instant } from '../../shared/contract/ids.ts'
import { ArchiveKind, type ArchiveTerm } from '../../shared/contract/privacy/archives.ts'
import type { PersonalKind } from '../../shared/domain/decision.ts'
import { isArchive, proposedTerms, termCounted } from '../../shared/domain/privacy/archiveTerms.ts'
import { archivesWords } from '../../shared/messages/privacy/archives.fr.ts'

const day = 24 * 3600 * 1000

/** The rule of a kind of archive: its term, then what becomes of it. */
const proposed = (kind: ArchiveKind): string => archivesWords.rule(kind, proposedTerms[kind].term)

/** How long a kind of personal data is kept, and why (GDPR 5.1.e): data that a page can show. */
export type Retention = {
  /** Milliseconds after the last writing, then it is erased by itself; null when only an act ends it: so of every public archive. */
  readonly keep: number | null
  /** For a person, in French. */
  readonly rule: string
  readonly why: string
  /** Not yet settled with those who decide it. */
  readonly toConfirm: boolean
}

export const retention: Readonly<Record<PersonalKind, Retention>> = {
  sheet: {
    keep: day,
    rule: 'Effacée à la fin de la visite, et au plus tard un jour après la dernière saisie.',
    why: 'La fiche de travail ne sert qu’à recevoir la personne ; ce qui a un effet de droit est dans le document remis (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  closedSheet: {
    keep: day,
    rule: 'Effacée un jour après la fin de la visite.',
    why: 'La fiche ne sert plus qu’à annuler une clôture faite par erreur ; ce qui a un effet de droit est dans le document remis (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  ground: {
    keep: day,
    rule: 'Effacé un jour après avoir été indiqué.',
    why: 'Le motif d’une priorité touche à la santé : il ne sert qu’à l’agent qui appelle la personne, ce jour-là (RGPD, art. 5.1.c, 5.1.e et 9).',
    toConfirm: false,
  },
  reason: {
    keep: 30 * day,
    rule: 'Effacé trente jours après avoir été écrit, à confirmer par l’office.',
    why: 'Ce qu’un agent écrit pour expliquer un acte (un appel hors de l’ordre, une réorientation, une pause) sert à répondre à qui en demande compte (RGPD, art. 5.1.e).',
    toConfirm: true,
  },
  appointment: {
    keep: 60 * day,
    rule: 'Le nom n’est plus montré dès l’appel de la personne. Il est effacé quand la fin de son passage ne peut plus être annulée : le guichet reçoit une autre personne, ferme, ou la journée ferme. Le nom de qui est absent, ou part sans avoir été appelé, est effacé avec le reste, à la fin de la journée du rendez-vous, et au plus tard soixante jours après sa date.',
    why: 'Le nom ne sert qu’à reconnaître la personne à son arrivée, et de nouveau si son appel ou la fin de son passage est annulé ; jusque-là, il évite qu’une liste importée de nouveau compte la personne deux fois ; le code et les numéros de prédemande ne servent qu’à la recevoir (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  preApplication: {
    keep: day,
    rule: 'Effacé à la fin de la journée, et au plus tard un jour après le rendez-vous.',
    why: 'Le numéro de prédemande ne sert qu’à vérifier le dossier de qui est là, et à retirer ce que l’office a déclaré (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  document: {
    keep: null,
    rule: proposed('document'),
    why: 'Le document prouve la date du dépôt, ce qui a été demandé et ce qui a été décidé : cinq ans, le temps des créances sur une personne publique (loi 68-1250, art. 1), jamais moins que l’année où un recours reste ouvert (CE, 13 juillet 2016, n° 387763). Archive publique (code du patrimoine, art. L211-4 et L212-2).',
    toConfirm: true,
  },
  file: {
    keep: null,
    rule: 'Conservées tant que le dossier est ouvert : un dossier ouvert n’est jamais éliminable.',
    why: 'Le nom et ce qui est demandé servent à instruire la demande et à la retrouver (RGPD, art. 5.1.c et 5.1.e). Archive publique (code du patrimoine, art. L211-4).',
    toConfirm: false,
  },
  closedFile: {
    keep: null,
    rule: proposed('closedFile'),
    why: 'La durée est celle de chaque démarche, ainsi un an pour les demandes de copies d’actes (décret 2017-890). Aucune élimination sans le visa des archives (code du patrimoine, art. L212-2 et L214-3).',
    toConfirm: true,
  },
  tillNote: {
    keep: null,
    rule: proposed('tillNote'),
    why: 'Qui a payé et pourquoi une écriture a été corrigée justifient la comptabilité de la régie ; six ans, par analogie avec LPF, art. L102 B, à fixer avec le comptable et les archives. Archive publique (code du patrimoine, art. L211-4 et L212-2).',
    toConfirm: true,
  },
  secret: {
    keep: null,
    rule: 'Conservé tant que la personne a un droit dans l’office ; remplacé à chaque changement.',
    why: 'Une empreinte salée (scrypt), dont le code ou la phrase ne se retrouve pas, sert à reconnaître la personne à son poste (RGPD, art. 32 ; CNIL, délibération 2022-100 sur les mots de passe).',
    toConfirm: false,
  },
  invitation: {
    keep: 3 * day,
    rule: 'Effacée quand la personne a choisi son code, et au plus tard trois jours après l’invitation.',
    why: 'Elle ne sert qu’à choisir son code ou sa phrase de passe, une fois (RGPD, art. 5.1.e et 32).',
    toConfirm: false,
  },
  badge: {
    keep: null,
    rule: 'Conservée tant que le badge est celui de la personne.',
    why: 'Une empreinte du badge, faite avec la clé de l’hôte, sert à reconnaître la personne à son poste (RGPD, art. 5.1.c et 32).',
    toConfirm: false,
  },
  login: {
    keep: null,
    rule: 'Conservée tant que le compte est relié à la personne.',
    why: 'Une empreinte de l’identifiant donné par le fournisseur de connexion, faite avec la clé de l’hôte, sert à reconnaître la personne à son poste (RGPD, art. 5.1.c et 32).',
    toConfirm: false,
  },
  attempts: {
    keep: day,
    rule: 'Effacées dès que la personne est reconnue, et au plus tard un jour après le dernier échec.',
    why: 'Le compte des échecs ralentit qui essaie des codes au hasard (RGPD, art. 32) ; il ne dit rien du travail de personne.',
    toConfirm: false,
  },
  notice: {
    keep: day,
    rule: 'Effacé à l’envoi de l’avis, quand l’appel de la personne ne peut plus être annulé, à la fin du passage, au départ de la personne, et au plus tard à la fin de la journée.',
    why: 'Le numéro ou l’adresse ne sert qu’à prévenir une fois que le tour approche, et encore si l’appel est annulé, avec l’accord de la personne (RGPD, art. 5.1.c, 5.1.e et 6.1.a).',
    toConfirm: false,
  },
  rightsRequest: {
    keep: null,
    rule: proposed('rightsRequest'),
    why: 'L’office doit pouvoir prouver ce qui lui a été demandé et ce qu’il a fait (RGPD, art. 5.2 ; code civil, art. 2224). Archive publique (code du patrimoine, art. L211-4 et L212-2).',
    toConfirm: true,
  },
  visa: {
    keep: null,
    rule: 'Conservé avec son bordereau : il n’est jamais éliminé.',
    why: 'Qui a signé le visa prouve que l’élimination était permise (code du patrimoine, art. L212-2, L214-3 et R212-14).',
    toConfirm: false,
  },
  preferences: {
    keep: null,
    rule: 'Conservées tant que l’agent a un droit dans l’office.',
    why: 'Comment il lit ses pages (taille, contraste, touches) : l’aménagement de son poste le suit, et n’est montré à personne (C. trav., art. L5213-6 ; RGPD, art. 5.1.c).',
    toConfirm: false,
  },
  incident: {
    keep: null,
    rule: proposed('incident'),
    why: 'Le temps de la porter au registre de l’employeur. Les faits servent au registre de santé et de sécurité au travail et à l’évaluation des risques, revue chaque année (C. trav., art. R4121-2 ; décret 85-603, art. 3-1 ; décret 82-453, art. 3-2), et à la protection due à l’agent (CGFP, art. L134-5). Rien n’est rattaché à la personne reçue (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: true,
  },
  recording: {
    keep: null,
    rule: 'Conservé tant que l’office s’en sert ; effacé, image et son, dès qu’il est retiré ou remplacé, à tout moment si la personne le demande ; la base, à confirmer par le délégué à la protection des données.',
    why: 'La personne qui signe ou qui parle se reconnaît : l’enregistrement ne sert qu’à dire au public, dans sa langue, ce que la borne et l’affichage écrivent, avec l’accord de cette personne, qui peut le reprendre (code civil, art. 9 ; RGPD, art. 6.1.a, 7.3 et 17).',
    toConfirm: true,
  },
  agent: {
    keep: null,
    rule: 'Conservé tant que l’agent a un droit dans l’office, puis un an, à confirmer par l’office.',
    why: 'Son nom et sa qualité figurent sur ce qu’il remet (CRPA, art. L111-2) ; un an après son départ, pour répondre de ce qu’il a fait et dire qui a consulté quoi (RGPD, art. 5.1.e et 32).',
    toConfirm: true,
  },
}

/** What is not erased by itself, as the store's queries name it. */
export const keptForArchives: readonly PersonalKind[] = (Object.keys(isArchive) as PersonalKind[]).filter(
  (kind) => isArchive[kind],
)

/** The office's own terms of public archives, those that it settled. */
export type Terms = { readonly get: (kind: ArchiveKind) => ArchiveTerm | undefined }

/** The office's own term of a kind, as it counts; undefined where it settled none, or where the kind is no archive that ends. */
export const settledTerm = (kind: PersonalKind, terms: Terms): ArchiveTerm | undefined => {
  const archive = ArchiveKind.safeParse(kind)
  if (!archive.success) return undefined
  const term = terms.get(archive.data)
  return term && termCounted(archive.data, term)
}

/** A kind's rule, under the office's own term where it has one. */
export const ruleUnder = (kind: PersonalKind, terms: Terms): string => {
  const term = settledTerm(kind, terms)
  return term ? archivesWords.rule(kind as ArchiveKind, term) : retention[kind].rule
}

/** When a row written now has had its time; null when only an act ends it. */
export function expiresAt(kind: PersonalKind, writtenAt: Instant): number | null {
  const { keep } = retention[kind]
  return keep === null ? null : writtenAt + keep
}

/** Answers are given again for seven days (the promise made to whoever repeats a command). */
export const answersKept = 7 * day

/** Who consulted what is kept a year: CNIL's recommendation of 2021 on logs says six months to one year. */
export const consultationsKept = 365 * day

/**
 * The three journals that the law keeps apart, each with its own term: who did what to a request, who consulted it, and
 * what administrations told each other of it.
 */
export const journals: Readonly<
  Record<
    'acts' | 'consultations' | 'exchanges',
    Omit<Retention, 'keep'> & { readonly keepDays: number | null }
  >
> = {
  acts: {
    keepDays: null,
    rule: 'Conservé avec l’office : rien n’y est modifié ni retiré. Quand l’office cesse, il est versé aux archives avec ses années (« guichet archive »), ou éliminé sous leur visa.',
    why: 'Chaque acte (ticket, appel, dépôt, décision, réglage), à son heure, par identifiants seulement : aucun nom ni rien de ce qui est tapé n’y entre. Les identifiants des agents en font une donnée pseudonyme (RGPD, art. 4.5) : le nom d’un agent, tenu à part, est effacé un an après son départ, et l’identifiant ne désigne alors plus personne. Il prouve la date d’un dépôt (CJA, art. R421-2) ; son élimination demande le visa des archives (code du patrimoine, art. L212-2 et L214-3).',
    toConfirm: true,
  },
  consultations: {
    keepDays: consultationsKept / day,
    rule: 'Chaque ligne est effacée un an après la consultation.',
    why: 'Qui a consulté quoi, à part des actes, pour répondre d’un accès qui n’avait pas lieu d’être (RGPD, art. 5.1.f et 32 ; CNIL, recommandation de 2021 sur la journalisation : six mois à un an). Il ne sert ni à évaluer ni à compter le travail des agents.',
    toConfirm: false,
  },
  exchanges: {
    keepDays: null,
    rule: 'Trente-six mois, chez l’administration qui échange : Guichet n’interroge aucune administration et n’a pas ce journal.',
    why: 'La trace d’un échange de données entre administrations est gardée trente-six mois et tenue à la disposition de la personne (CRPA, art. L114-9 et R114-9-7). Guichet ne note, dans le journal des actes, que la pièce redemandée faute d’échange (CRPA, art. L114-10).',
    toConfirm: false,
  },
}

/** What waits for a printer and repeats no document (a label with its address, a ticket) is worth nothing after a week. */
export const unprintedKept = 7 * day

/** A finished job repeats what its document holds: it stays a day, to be found again, and no more. */
export const jobsKept = day
