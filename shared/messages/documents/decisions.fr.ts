import { freely } from './freely.fr.ts'
import type { HandedIn } from './nature.fr.ts'
import { serviceSaid } from './documents.fr.ts'

// The words of decisions, of their reasons, and of the papers that go with them.

export const decisionWords = {
  refus: {
    part: 'Décision de refus partiel',
    lead: (what: HandedIn, received: string, decided: string) =>
      `Votre ${what}, reçue le ${received}, est refusée par décision du ${decided}.`,
    leadPart: (what: HandedIn, received: string, decided: string) =>
      `Votre ${what}, reçue le ${received}, est refusée en partie par décision du ${decided}.`,
    reasoned: 'Cette décision est motivée en fait et en droit (CRPA, art. L211-2 et L211-5).',
    notified:
      'Elle vous est opposable à compter du jour où elle vous est remise ou notifiée (CRPA, art. L221-8).',
  },
  motifs: {
    lead: (what: HandedIn, received: string, rejected: string) =>
      `Voici les motifs du rejet de votre ${what}, reçue le ${received}, né du silence gardé jusqu’au ${rejected}.`,
    asked: (on: string) =>
      `Vous les avez demandés le ${on}\u00a0: ils sont dus dans le mois qui suit cette demande (CRPA, art. L232-4).`,
    extended:
      'Le délai du recours contentieux contre ce rejet est prorogé jusqu’à l’expiration de deux mois suivant le jour où ces motifs vous sont communiqués (CRPA, art. L232-4).',
  },
  asksNothing: 'Ce document ne vous demande aucune pièce.',
  ground: 'Motif',
  established: (title: string, said: string) => `${title}\u00a0: ${said}`,
  lacking: (pieces: readonly string[]) =>
    `Pièces exigées et non présentées\u00a0: ${pieces.join('\u00a0; ')}.`,
  unverified: (text: string) => `${text}, texte indiqué par le signataire, non vérifié`,
  facts: 'Motifs de fait',
  law: 'Motifs de droit',
  lawColumns: ['Texte', 'Ce qu’il dit ici'] as const,
  saysNothing: 'voir le texte',
  remedies: 'Délais et voies de recours',
  fromNotification: 'sa remise ou sa notification',
  fromCommunication: 'la communication de ces motifs',
  price: (what: HandedIn) => `Prix de la ${what}`,
  priceSays: (amount: string, why: string, texts: string) =>
    `${amount}\u00a0: ${why.slice(0, 1).toLocaleLowerCase('fr')}${why.slice(1)}${texts === '' ? '' : ` (${texts})`}.`,
  algorithm: 'Règles appliquées par un programme',
  algorithmSays: (purpose: string) =>
    `Cette décision a été prise sur le fondement d’un traitement algorithmique (CRPA, art. L311-3-1). Sa finalité\u00a0: ${purpose}`,
  algorithmRight:
    'Vous avez le droit d’obtenir communication des règles qui définissent ce traitement et des principales caractéristiques de sa mise en œuvre\u00a0: demandez-la au service dont l’adresse est en tête, au guichet ou par écrit (CRPA, art. L311-3-1 et R311-3-1-2).',
  cada: 'Si elle vous est refusée, ou sans réponse au bout d’un mois (CRPA, art. R311-13), vous avez deux mois pour saisir la Commission d’accès aux documents administratifs, la CADA, par lettre ou par voie électronique\u00a0: cada.fr (CRPA, art. R343-1).',
  signatory: (name: string, act: string | null) =>
    act === null ? `Signature\u00a0: ${name}` : `Signature, par délégation (${act})\u00a0: ${name}`,
  unsigned: 'Signature\u00a0: à signer par un agent qui a reçu délégation',
  handledBy: (name: string, service: string) => `Affaire suivie par ${name}, ${serviceSaid(service)}`,
  acceptation: {
    lead: (what: HandedIn, acquired: string) =>
      `Votre ${what} est acceptée depuis le ${acquired}, par le silence gardé par l’administration.`,
    attested:
      'Cette attestation est celle de l’article L232-3 du CRPA. Elle prouve une décision implicite d’acceptation.',
    section: 'Ce qui est attesté',
    columns: ['Mention', 'Ce qui est retenu'] as const,
    request: { demande: 'Demande', déclaration: 'Déclaration' } satisfies Readonly<Record<HandedIn, string>>,
    reference: 'Dossier',
    complete: {
      demande: 'Demande complète reçue le',
      déclaration: 'Déclaration complète reçue le',
    } satisfies Readonly<Record<HandedIn, string>>,
    text: 'Texte',
    acquired: 'Acceptation acquise le',
  },
  trace: {
    lead: (what: HandedIn, label: string) => `Voici les règles appliquées à votre ${what}\u00a0: ${label}.`,
    leadAbout: (number: string) => `Voici les règles appliquées pour établir le document n°\u00a0${number}.`,
    asked: 'Cette trace vous est communiquée à votre demande (CRPA, art. L311-3-1 et R311-3-1-2).',
    purposeSection: 'Finalité et part du programme',
    purpose: (purpose: string) => `Finalité\u00a0: ${purpose}`,
    contribution:
      'Le programme dit ce que les textes exigent dans la situation décrite. Il ne décide pas\u00a0: un agent lit ce résultat, reçoit les pièces et répond de ce qui est fait.',
    parameters: (on: string) =>
      `Il applique les règles en vigueur le ${on}, dans la version dite au pied de ce papier. Aucune règle n’est pondérée.`,
    data: 'Données traitées et leur source',
    dataColumns: ['Donnée', 'Valeur et source'] as const,
    noData: 'Aucune réponse n’a été donnée et aucune pièce n’a été notée.',
    from: { answer: 'réponse donnée', piece: 'd’après la pièce présentée' },
    states: { presented: 'présentée', missing: 'manquante', notExamined: 'non examinée' },
    seen: 'noté par l’agent',
    birthDate: 'Date de naissance',
    identity: 'Titre présenté',
    validUntil: (day: string) => `valable jusqu’au ${day}`,
    lines: 'Opérations effectuées',
    lineColumns: ['Constat', 'Texte'] as const,
    noText: 'réponse ou constat, sans texte',
    moreTitle: 'Autres opérations',
    more: (count: number) =>
      `${count}\u00a0${count < 2 ? 'ligne n’est pas imprimée' : 'lignes ne sont pas imprimées'}\u00a0: demandez la suite au service.`,
    communication: 'Communication et recours',
  },
  regularisation: {
    lead: (due: string) =>
      `Une règle n’a pas été suivie. Vous pouvez régulariser jusqu’au ${due}, sans sanction.`,
    right:
      'Vous avez le droit à l’erreur\u00a0: pour une première méconnaissance d’une règle, ou une erreur matérielle, de bonne foi, aucune sanction pécuniaire ni privation d’une prestation due ne peut être prononcée si vous régularisez de vous-même ou dans le délai indiqué (CRPA, art. L123-1).',
    proof: 'La preuve de la mauvaise foi ou de la fraude incombe à l’administration (CRPA, art. L123-2).',
    breach: 'Ce qui n’a pas été suivi, selon l’agent',
    law: 'La règle',
    formalities: 'Ce qu’il faut faire',
    nothingElse:
      'Cette lettre ne demande rien d’autre que ce qui est écrit sous «\u00a0Ce qu’il faut faire\u00a0».',
    by: (due: string) => `Dernier jour\u00a0: ${due}.`,
    otherwise: 'Si rien n’est fait dans ce délai, selon l’agent',
  },
  incident: {
    lead: 'Quelque chose n’a pas fonctionné.',
    what: freely('Ce qui est arrivé'),
    section: 'L’incident',
    columns: ['Mention', 'Constat'] as const,
    from: 'Depuis le',
    until: 'Jusqu’au',
    goesOn: 'l’incident dure encore',
    effect: freely('Conséquence pour la personne'),
    effectForAll: freely('Conséquence pour le public'),
    ofNobody: 'Ce rapport ne nomme personne\u00a0: il dit ce qui est arrivé à l’office.',
    worth: 'Ce rapport est délivré pour servir et valoir ce que de droit.',
  },
  annulation: {
    lead: (title: string, number: string, when: string) =>
      `Le document «\u00a0${title}\u00a0» n°\u00a0${number}, émis le ${when}, est annulé et ne vaut plus.`,
    duplicates: (named: readonly string[]) =>
      named.length === 1
        ? `Son duplicata ne vaut plus non plus\u00a0: ${named[0]}.`
        : `Ses duplicata ne valent plus non plus\u00a0: ${named.join('\u00a0; ')}.`,
    duplicate: (number: string, when: string) => `n°\u00a0${number}, émis le ${when}`,
    withdrawn: (asked: readonly string[], runsAgainOn: string | null, askedElse: boolean) => {
      const again = runsAgainOn === null ? '' : `\u00a0; le délai court de nouveau depuis le ${runsAgainOn}`
      return askedElse
        ? `Le document annulé ne demande plus de pièces${again}. Celles qu’un autre papier demande restent à fournir.`
        : `Les pièces demandées ${asked.map((day) => `le ${day}`).join(' et ')} ne sont plus demandées${again}.`
    },
    kept: 'Le document annulé garde son numéro et reste au journal de l’office\u00a0: rien n’en est effacé ni modifié.',
    section: freely('Pourquoi'),
  },
} as const
