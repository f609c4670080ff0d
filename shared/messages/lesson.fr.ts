import type { LessonMistake, Situation } from '../contract/lesson.ts'
import { agree } from './numbers.ts'

const nbsp = '\u00a0'

/** A situation as the trainee reads it: who comes, what is expected, and the text it rests on. */
type Told = {
  readonly title: string
  /** Who is there and what they say. */
  readonly happens: string
  readonly expected: string
  /** Null where it is a choice of the software. */
  readonly source: string | null
}

/** The guided day of the training site. */
export const lessonWords = {
  title: 'Journée guidée',
  offer:
    'Dix situations d’un guichet viennent à vous, avec ce que disent les textes. Comptez moins d’une heure. Tout est inventé, chaque papier porte SPÉCIMEN.',
  begin: 'Commencer la journée guidée',
  again: 'Recommencer',
  againSure: 'Appuyez encore pour recommencer',
  againHelp: 'Une nouvelle journée de formation s’ouvre : ce qui était en cours est noté comme laissé.',
  next: 'Faire venir la suivante',
  close: 'Fermer la journée guidée',
  progress: (done: number, all: number) => `${done} sur ${all} ${agree(done, 'vécue', 'vécues')}`,
  toCome: (count: number) =>
    count === 0
      ? 'Tout le monde est venu.'
      : `${count} ${agree(count, 'personne doit', 'personnes doivent')} encore venir.`,
  nobody: 'Personne n’est là en ce moment. La suivante vient à son heure.',
  now: 'En ce moment',
  list: 'Les dix situations',
  expected: 'Ce qui est attendu',
  wrong: 'À reprendre',
  ticket: (number: string) => `Ticket ${number}`,
  states: { toCome: 'à venir', here: 'en cours', done: 'vécue', mistaken: 'vécue, à revoir' },
  source: (source: string | null) => source ?? 'choix du logiciel',
  finished: (mistakes: number) =>
    mistakes === 0
      ? 'Les dix situations sont vécues, et aucune n’est à revoir.'
      : `Les dix situations sont vécues. ${mistakes} ${agree(mistakes, 'est', 'sont')} à revoir${nbsp}: recommencez quand vous voulez.`,
  situations: {
    noPaper: {
      title: 'Sans pièce d’identité',
      happens:
        'Pour s’inscrire sur les listes électorales, elle a rempli sa demande, mais sa carte d’identité est restée chez elle.',
      expected:
        'Notez l’identité « déclarée », cochez ce qui manque, et terminez par « Dossier incomplet » : sa demande est reçue aujourd’hui, ce qui manque lui est demandé par écrit.',
      source: 'CRPA, art. L112-3 et L114-5 ; Défenseur des droits, décision 2017-134',
    },
    incomplete: {
      title: 'Un dossier incomplet',
      happens:
        'Il dépose une attestation d’accueil, sans le justificatif de ses ressources. Il reviendra avec la semaine prochaine.',
      expected:
        'Marquez la pièce manquante et terminez par « Dossier incomplet », avec le dernier jour pour la donner : le papier dit la pièce, son texte et ce que devient le délai.',
      source: 'CRPA, art. L114-5',
    },
    wrongOffice: {
      title: 'Ce n’est pas la bonne administration',
      happens:
        'Elle apporte à la mairie une demande de prime d’activité remplie. C’est la caisse d’allocations familiales qui la traite.',
      expected:
        'Ne la renvoyez pas : terminez par « Réorienté », en disant à qui. La demande part d’ici, la personne a la preuve de sa date.',
      source: 'CRPA, art. L114-2 et L114-3',
    },
    priority: {
      title: 'Une priorité',
      happens:
        'Une personne a dit une priorité à la borne. Deux autres attendent depuis plus longtemps. La file dit « Priorité », sans dire laquelle.',
      expected:
        'Appelez la personne suivante : c’est elle. Le motif se voit une fois appelée, par vous seul ; regardez la carte, n’en notez rien d’autre.',
      source: 'CASF, art. L241-3 et R215-3 à R215-6',
    },
    mandate: {
      title: 'Pour quelqu’un d’autre',
      happens:
        'Il dépose l’inscription de sa mère sur les listes électorales. Il a un mandat écrit et signé, sur papier libre.',
      expected:
        'Choisissez « mandataire » avant de cocher : les pièces changent. Terminez par « Dossier déposé ».',
      source: 'Code électoral, art. R5',
    },
    left: {
      title: 'Partie avant l’appel',
      happens: 'Appelée, personne ne se lève. On l’a vue sortir il y a dix minutes.',
      expected:
        'Rappelez, puis notez « Absent » : son passage garde une trace datée, et elle retrouve son rang si elle revient à temps.',
      source: null,
    },
    notToAsk: {
      title: 'Une pièce qu’on ne peut pas demander',
      happens:
        'Un jeune homme vient pour le recensement citoyen avec sa carte d’identité et le livret de famille. Il n’a aucun justificatif de domicile.',
      expected:
        'Le domicile se déclare : aucune preuve ne peut en être demandée. Terminez par « Dossier déposé », sans rien noter de manquant.',
      source: 'CRPA, art. R113-8 et L113-12',
    },
    refusal: {
      title: 'Un refus',
      happens:
        'Deux personnes veulent conclure un PACS. L’une d’elles est encore mariée : leur déclaration n’est pas recevable.',
      expected:
        'Terminez par « Refusé ». Un refus dit les faits, le texte et le recours, par écrit : le projet se prépare dans les documents, qui a la délégation le signe.',
      source: 'CRPA, art. L211-2 et L211-5 ; décret 2006-1806, art. 1',
    },
    abuse: {
      title: 'Des injures',
      happens:
        'Pendant que vous la recevez pour une copie d’acte, la personne vous insulte et frappe sur le comptoir.',
      expected:
        'Ctrl Maj Espace demande de l’aide sans bruit : rien ne se voit de l’autre côté. La fiche d’incident dit ensuite les faits, jamais la personne.',
      source: null,
    },
    closing: {
      title: 'À l’heure de la fermeture',
      happens: 'Il est bientôt l’heure de fermer. Une personne vient d’arriver et attend.',
      expected:
        'Recevez-la, ou réglez son cas : un rendez-vous ou une attestation datée. Personne ne part sans trace de sa venue.',
      source: 'CJA, art. R421-2 : la date d’un dépôt se prouve par tous moyens',
    },
  } satisfies Readonly<Record<Situation, Told>>,
  mistakes: {
    turnedAway:
      'La personne est repartie sans que sa demande soit reçue. Une demande se dépose même incomplète, et même sans pièce d’identité : elle reçoit un récépissé daté.',
    lackUnsaid:
      'Le dossier est noté complet, alors qu’une pièce manque : personne ne la lui a demandée par écrit, et le délai court sans elle.',
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
      'Un refus ne se fait pas de vive voix, ni en laissant déposer ce qui ne sera pas reçu : il est écrit, avec les faits, le texte et le recours.',
    alone: 'Personne n’a été appelé à l’aide. L’alerte ne se voit pas, et n’engage à rien.',
    noTrace:
      'La personne qui attendait n’a ni rendez-vous, ni attestation : rien ne dit qu’elle est venue à temps.',
  } satisfies Readonly<Record<LessonMistake, string>>,
} as const
