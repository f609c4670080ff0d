import type { LessonMistake, Situation } from '../../contract/training/calls.ts'
import type { Instant } from '../../contract/ids.ts'
import { agree, hour } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** A situation as the trainee reads it: who comes, what is expected, and the text it rests on. */
type SituationText = {
  readonly title: string
  /** Who is there and what they say. */
  readonly happens: string
  readonly expected: string
  /** What is kept of it, once it is lived: one sentence. */
  readonly learnt: string
  /** Null where it is a choice of the software. */
  readonly source: string | null
}

/** The guided day of the training site. */
export const trainingWords = {
  title: 'Journée guidée',
  offer:
    'Dix situations d’un guichet viennent à vous, avec ce que disent les textes. Comptez moins d’une heure. Tout est inventé, chaque papier porte SPÉCIMEN.',
  begin: 'Commencer la journée guidée',
  again: 'Recommencer',
  againSure: 'Encore une fois',
  againHelp:
    'Visites, papiers, dossiers et caisse d’essai sont effacés, et une journée commence. Échap : rien ne change.',
  /** Where the site is not this machine's alone. */
  againShared:
    'Une autre journée de formation s’ouvre. Ce site est partagé (base PostgreSQL, ou second ordinateur) : les visites déjà faites restent.',
  renewing: 'Le site de formation se remet à neuf. La page revient d’elle-même.',
  next: 'Faire venir la suivante',
  close: 'Fermer la journée guidée',
  progress: (done: number, all: number) => `${done} sur ${all} ${agree(done, 'vécue', 'vécues')}`,
  toCome: (count: number) =>
    count === 0
      ? 'Tout le monde est venu.'
      : `${count} ${agree(count, 'personne doit', 'personnes doivent')} encore venir.`,
  nobody: 'Personne n’est là. La personne suivante vient à son heure, ou tout de suite par Maj F2.',
  now: 'En ce moment',
  list: 'Les dix situations',
  expected: 'Ce qui est attendu',
  wrong: 'À reprendre',
  /** A situation that has just ended as it should. */
  right: 'Bien',
  learnt: 'Ce que vous avez appris',
  toSee: 'à revoir',
  ticket: (number: string) => `Ticket ${number}`,
  states: { toCome: 'à venir', here: 'en cours', done: 'vécue', mistaken: 'vécue, à revoir' },
  late: (startsAt: Instant, arrivedAt: Instant, admitted: number, zone: string) =>
    `Rendez-vous à ${hour(startsAt, zone)}, venue à ${hour(arrivedAt, zone)}${nbsp}: l’office admet ${admitted}${nbsp}${agree(admitted, 'minute', 'minutes')} de retard.`,
  /** By which the trainee signs the refusals of the site. */
  delegation: 'arrêté inventé pour la formation',
  source: (source: string | null) => source ?? 'choix du logiciel',
  finished: (mistakes: number) =>
    mistakes === 0
      ? 'Les dix situations sont vécues, et aucune n’est à revoir.'
      : `Les dix situations sont vécues. ${mistakes} ${agree(mistakes, 'est', 'sont')} à revoir${nbsp}: recommencez quand vous voulez.`,
  situations: {
    noPaper: {
      title: 'Sans pièce d’identité',
      happens:
        'Léa Petit s’inscrit sur les listes électorales pour le prochain scrutin. Elle habite ici et a rempli sa demande. Sa carte d’identité est restée chez elle.',
      expected:
        'I, puis « Déclarée, sans pièce » et son nom. Répondez aux questions : sa carte d’identité devient exigée. Appuyez deux fois sur la lettre de la carte : « Manquante ». F9, puis Entrée : la demande est reçue aujourd’hui, et ce qui manque est demandé par écrit.',
      learnt: 'Sans pièce d’identité, une demande se dépose : l’identité se déclare.',
      source: 'CRPA, art. L112-3 et L114-5 ; Défenseur des droits, décision 2017-134',
    },
    incomplete: {
      title: 'Un dossier incomplet',
      happens:
        'Il dépose une attestation d’accueil. Il montre tout, sauf le justificatif de ses ressources : il le rapportera la semaine prochaine.',
      expected:
        'Appuyez une fois sur la lettre de ce qu’il montre, deux fois sur celle des ressources : « Manquante ». F9 : le dernier jour pour la donner s’affiche. Entrée : le papier dit la pièce, son texte et ce que devient le délai.',
      learnt: 'Un dossier incomplet se reçoit, et ce qui manque se demande par écrit, avec une date.',
      source: 'CRPA, art. L114-5',
    },
    wrongOffice: {
      title: 'Ce n’est pas la bonne administration',
      happens:
        'Elle apporte à la mairie une demande de prime d’activité remplie. C’est la caisse d’allocations familiales qui la traite.',
      expected:
        'Ne la renvoyez pas. Écrivez ce qui est demandé. F9, « Autre… », « Réorienté », Entrée, puis écrivez « CAF ». La demande part d’ici, la personne a la preuve de sa date.',
      learnt: 'Une demande mal adressée est transmise d’ici ; la personne a la preuve de sa date.',
      source: 'CRPA, art. L114-2 et L114-3',
    },
    priority: {
      title: 'Une priorité',
      happens:
        'Une personne a dit une priorité à la borne. Deux autres attendent depuis plus longtemps. La file dit « Priorité », sans dire laquelle.',
      expected:
        'Appelez la personne suivante (F2) : c’est elle. Le motif se voit une fois appelée, par vous seul ; regardez la carte, n’en notez rien d’autre.',
      learnt: 'Une priorité passe devant sans que la salle sache laquelle.',
      source: 'CASF, art. L241-3 et R215-3 à R215-6',
    },
    mandate: {
      title: 'Pour quelqu’un d’autre',
      happens:
        'Il dépose l’inscription de sa mère sur les listes électorales. Il a un mandat écrit et signé, sur papier libre.',
      expected:
        'V, puis « Mandataire », avant de cocher : les pièces changent. Cochez ce qu’il montre, puis F9 et Entrée : « Déposé ».',
      learnt: 'Un mandat écrit suffit ; la qualité se note avant les pièces.',
      source: 'Code électoral, art. R5',
    },
    lateAppointment: {
      title: 'En retard à son rendez-vous',
      happens:
        'Une personne avait rendez-vous pour sa carte d’identité. Elle arrive après le retard admis. Une autre, sans rendez-vous, attend déjà.',
      expected:
        'Son rendez-vous ne la fait plus passer devant : elle a le rang de son arrivée, et sera reçue aujourd’hui. Appelez la personne suivante, puis elle, à son tour. Seule une priorité prévue par la loi ne se perd pas par un retard.',
      learnt: 'Un retard fait perdre l’heure donnée, jamais le droit d’être reçu le jour même.',
      source: 'règle de la file, affichée par l’office ; CASF, art. L241-3',
    },
    left: {
      title: 'Partie avant l’appel',
      happens: 'Appelée, personne ne se lève. On l’a vue sortir il y a dix minutes.',
      expected:
        'Rappelez (F3), puis notez « Absent » (F4) : son passage garde une trace datée, et elle retrouve son rang si elle revient à temps.',
      learnt: 'Qui est parti garde une trace datée de sa venue.',
      source: null,
    },
    notToAsk: {
      title: 'Une pièce qu’on ne peut pas demander',
      happens:
        'Un jeune homme vient pour le recensement citoyen avec sa carte d’identité et le livret de famille. Il n’a aucun justificatif de domicile.',
      expected:
        'Le domicile se déclare : aucune preuve ne peut en être demandée. Cochez ce qu’il montre, sans rien noter de manquant, puis F9 et Entrée : « Déposé ».',
      learnt: 'Seule une pièce qu’un texte prévoit peut être demandée ; le domicile se déclare.',
      source: 'CRPA, art. R113-8 et L113-12',
    },
    refusal: {
      title: 'Un refus',
      happens:
        'Awa Diallo demande une attestation d’accueil pour trois personnes. Quatre vivent déjà dans son logement d’une pièce : le maire refuse.',
      expected:
        'I, puis son nom. Cochez ce qu’elle montre. F9, « Refus écrit… », Entrée : la demande est reçue, puis le refus s’écrit. Choisissez le motif, dites les faits ; le recours y est déjà, et le papier se remet.',
      learnt: 'Un refus s’écrit : les faits, le texte, le recours.',
      source: 'CESEDA, art. L313-3, 2° ; CRPA, art. L211-2, L211-5 et L212-1',
    },
    abuse: {
      title: 'Des injures',
      happens:
        'Pendant que vous la recevez pour une copie d’acte, la personne vous insulte et frappe sur le comptoir.',
      expected:
        'Ctrl Maj Espace demande de l’aide sans bruit : rien ne se voit de l’autre côté. La fiche d’incident dit ensuite les faits, jamais la personne.',
      learnt: 'L’aide s’appelle sans bruit ; la fiche dit les faits, jamais la personne.',
      source: null,
    },
    closing: {
      title: 'À l’heure de la fermeture',
      happens: 'Il est bientôt l’heure de fermer. Une personne vient d’arriver et attend.',
      expected:
        'Recevez-la, ou réglez son cas : un rendez-vous ou une attestation datée. Personne ne part sans trace de sa venue.',
      learnt: 'À la fermeture, personne ne part sans être reçu, ou sans trace.',
      source: 'CJA, art. R421-2 : la date d’un dépôt se prouve par tous moyens',
    },
  } satisfies Readonly<Record<Situation, SituationText>>,
  mistakes: {
    turnedAway:
      'La personne est repartie sans que sa demande soit reçue. Une demande se dépose même incomplète, et même sans pièce d’identité : elle reçoit un récépissé daté.',
    identitySeen:
      'Un titre d’identité est noté comme vu : la personne n’en a aucun. « Déclarée » dit ce qui est vrai, et suffit pour déposer.',
    identityUnsaid:
      'Rien ne dit qui dépose. L’identité se note comme la personne la déclare, sans pièce : cela ne bloque rien, et le dossier se retrouve.',
    lackUnsaid:
      'La pièce qui manque n’est notée nulle part : personne ne la lui a demandée par écrit, et elle ne sait pas quoi apporter.',
    lateFirst:
      'La personne en retard est passée devant qui attendait : le délai admis était passé, elle avait le rang de son arrivée.',
    lateTurnedAway:
      'La personne est repartie sans être reçue. Un retard fait perdre l’heure donnée, pas le droit d’être reçue le jour même.',
    sentElsewhere:
      'La demande devait être transmise d’ici à l’administration compétente, et la personne avisée : elle n’a pas à recommencer ailleurs.',
    overtaken: 'Quelqu’un a été appelé hors de l’ordre pendant qu’une priorité prévue par la loi attendait.',
    asSelf: 'La qualité de mandataire n’est pas notée : le dossier dit que la mère est venue elle-même.',
    receivedNobody:
      'Un passage a été noté comme reçu, alors que personne n’était là. « Absent » dit ce qui s’est passé.',
    markedAway: 'La personne était là : elle est notée absente ou partie.',
    askedUnduly:
      'Une pièce que le texte ne permet pas de demander l’a été : la personne devra revenir pour rien.',
    oralRefusal:
      'La personne repart sans décision écrite : elle n’a ni les faits, ni le texte, ni le recours. Déposée, sa demande se refuse sur papier.',
    alone: 'Personne n’a été appelé à l’aide. L’alerte ne se voit pas, et n’engage à rien.',
    noTrace:
      'La personne qui attendait n’a ni rendez-vous, ni attestation : rien ne dit qu’elle est venue à temps.',
  } satisfies Readonly<Record<LessonMistake, string>>,
} as const
