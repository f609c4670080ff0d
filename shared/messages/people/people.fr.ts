import type { Right, SecretFlaw, SecretKind } from '../../contract/people/calls.ts'
import { agree, hour } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What makes a secret weak, then what would not be. */
const flaws: Readonly<Record<SecretFlaw, string>> = {
  tooShort: 'Trop court : une phrase d’au moins douze caractères, ou un code de six à douze chiffres.',
  allTheSame: 'Toujours les mêmes signes : cela se devine tout de suite.',
  inOrder: 'Des chiffres qui se suivent : c’est ce qui s’essaie d’abord.',
  repeated: 'Le même motif répété : cela se devine vite.',
  wellKnown: 'Un des codes les plus essayés : choisissez des chiffres au hasard.',
  itsName: 'Votre nom, ou presque : c’est ce qui s’essaie d’abord.',
}

const rights: Readonly<Record<Right, string>> = {
  agent: 'Recevoir',
  supervisor: 'Superviser',
  admin: 'Administrer',
}

/** Who is at a station: signing in, locking, changing, choosing a secret. */
export const peopleWords = {
  flaws,
  rights,
  /** How sure it is, once nothing is wrong with it. */
  strengths: {
    pin: 'Bien : il ne se devine pas, et les essais manqués font attendre.',
    enough: 'Suffisante.',
    good: 'Solide.',
    best: 'Très solide.',
  },
  secret: { pin: 'Code', passphrase: 'Phrase de passe' } satisfies Readonly<Record<SecretKind, string>>,
  /** Of who manages: digits are not enough there. */
  phraseOnly:
    'Une phrase d’au moins douze caractères : des chiffres seuls ne suffisent pas à qui administre.',
  /** `missing`: so many characters more. */
  phraseShort: (missing: number) =>
    `Trop court : encore ${missing}${nbsp}${agree(missing, 'caractère', 'caractères')} (douze au moins, espaces compris).`,
  show: 'Montrer ce qui est tapé',

  who: {
    title: `Qui êtes-vous${nbsp}?`,
    help: 'Choisissez votre nom par son chiffre.',
    helpMany: 'Écrivez le début de votre nom.',
    /** Where somebody has a badge. */
    helpBadge: 'Ou présentez votre badge.',
    find: 'Votre nom',
    none: 'Personne de ce nom n’a droit à ce poste.',
    nobody:
      'Personne n’a le droit de tenir ce poste. Un responsable le donne dans l’administration, « Personnes et accès ».',
    unnamed: (id: string) => `Agent ${id}`,
    notYet: 'Pas encore de code : un responsable l’invite à en choisir un.',
    invited: 'Invité à choisir son code',
    waits: (until: number, zone: string) => `Nouvel essai à ${hour(until, zone)}`,
    badgeUnsure:
      'Quelque chose a été lu, trop lentement ou d’un code trop court pour être sûr que c’est un badge. Choisissez votre nom dans la liste, et demandez que le lecteur soit réglé pour taper plus vite.',
    badgeKnown: 'Badge reconnu : tapez maintenant votre code ou votre phrase.',
  },
  ask: {
    open: 'Entrer',
    back: 'Ce n’est pas moi',
    lockedOut: (until: number, zone: string) =>
      `Trop d’essais manqués. Le prochain est possible à ${hour(until, zone)} ; un responsable peut lever l’attente.`,
    stationLocked: (until: number, zone: string) =>
      `Trop d’essais manqués à ce poste. Le prochain est possible à ${hour(until, zone)}.`,
    elsewhere: 'Vous n’avez pas le droit qu’il faut à ce poste. Une autre personne peut s’y présenter.',
  },
  choose: {
    title: 'Choisissez votre code',
    help: 'Vous seul le connaîtrez : personne ne peut le lire, pas même un responsable.',
    code: 'Les huit chiffres donnés par un responsable',
    codeMissing: 'Écrivez les huit chiffres du responsable.',
    pinOr: 'Votre code (six à douze chiffres) ou votre phrase de passe',
    phrase: 'Votre phrase de passe',
    phraseHelp:
      'Quatre mots sans rapport entre eux, douze caractères au moins, espaces compris. Ni majuscule, ni chiffre, ni signe obligatoires.',
    again: 'Encore une fois, le même texte',
    differs: 'Les deux textes sont différents : tapez-les de nouveau.',
    act: 'Choisir et entrer',
  },
  locked: {
    title: 'Poste verrouillé',
    since: (name: string, at: number, zone: string) => `${name}, depuis ${hour(at, zone)}`,
    help: 'Votre travail est gardé. Tapez votre code pour le retrouver.',
    training:
      'Votre travail est gardé. En formation, personne n’a de code : appuyez sur Entrée pour déverrouiller. Dans un office, tapez votre code.',
    open: 'Déverrouiller',
  },
  here: {
    label: 'Qui est à ce poste',
    change: 'Changer d’agent',
    lock: 'Verrouiller',
    leave: 'Sortir',
    changeKey: 'F12',
    lockKey: 'Maj F12',
    stays: 'Annuler, rester',
    changing: (name: string) => `${name} est à ce poste. Qui prend la suite${nbsp}?`,
    relieved: (counter: string) => `Vous continuez au guichet ${counter}, là où il en était.`,
    relieve: (counter: string) => `Continuer au guichet ${counter}`,
    relieves: (counter: string) => `Le guichet ${counter} est encore tenu par la personne d’avant.`,
    thin: 'Poste verrouillé : dites qui vous êtes dans la fenêtre du guichet.',
    changeSecret: 'Changer mon code',
  },
  change: {
    title: 'Changer votre code ou votre phrase',
    current: 'Code ou phrase actuels',
    act: 'Changer',
    done: 'C’est changé : vos autres postes vous demandent le nouveau.',
  },
  welcome: {
    title: 'Votre phrase de passe',
    help: 'Elle ouvre l’administration et vos postes. Personne ne peut la retrouver pour vous : notez-la en lieu sûr.',
  },

  page: {
    section: 'Personnes et accès',
    people: 'Personnes',
    help: 'Ce que chacun peut faire, et s’il a de quoi entrer. Le code d’une personne ne se lit nulle part : elle le tape elle-même.',
    openTitle: 'Les postes sont ouverts à tous',
    openHelp:
      'Aucun responsable n’a encore de phrase de passe : qui s’assoit devant un poste y fait tout. Dès que le premier en a une, chacun dit qui il est.',
    first: 'Premier responsable',
    firstWho: 'Qui',
    firstAct: 'Protéger les postes',
    columns: { person: 'Personne', opens: 'Pour entrer', acts: 'Actes' },
    rightFor: (right: string, name: string) => `${right} : ${name}`,
    secret: (kind: SecretKind, day: string) =>
      `${kind === 'pin' ? 'Code' : 'Phrase de passe'} depuis le ${day}`,
    noSecret: 'Ni code ni phrase',
    noRights: 'Aucun droit : cette personne ne peut plus entrer',
    invitedUntil: (day: string, at: string) => `Invitation valable jusqu’au ${day}, ${at}`,
    badge: (day: string) => `Badge depuis le ${day}`,
    lockedUntil: (at: string) => `Attend jusqu’à ${at}, après des essais manqués`,
    invite: 'Inviter',
    reset: 'Remettre à zéro',
    inviteFor: (name: string) => `Inviter ${name} à choisir son code`,
    resetFor: (name: string) => `Remettre à zéro le code de ${name}`,
    unlock: 'Lever l’attente',
    unlockFor: (name: string) => `Lever l’attente de ${name}`,
    enroll: 'Donner un badge',
    enrollFor: (name: string) => `Donner un badge à ${name}`,
    removeBadge: 'Retirer le badge',
    removeBadgeFor: (name: string) => `Retirer le badge de ${name}`,
    codeTitle: (name: string) => `Invitation de ${name}`,
    codeHelp: (until: string) =>
      `Donnez ces huit chiffres à la personne, elle seule. Elle les tape à un poste, puis choisit son code. Ils ne servent qu’une fois, jusqu’au ${until}, et ne seront plus montrés.`,
    codeGone: 'Ces chiffres ont déjà été montrés. Invitez de nouveau pour en donner d’autres.',
    codeSeen: 'C’est noté, masquer',
    badgeTitle: (name: string) => `Badge de ${name}`,
    badgeHelp: 'Présentez le badge au lecteur de ce poste. Le code du badge n’est gardé nulle part.',
    badgeWaits: 'En attente du badge…',
    badgeUnsure: `Quelque chose a été lu, trop lentement ou d’un code trop court pour être sûr que c’est un badge. Réglez le lecteur pour qu’il tape plus vite (20${nbsp}millisecondes au plus entre deux touches, ou 50 si le code du badge a au moins huit signes), ou essayez un autre lecteur, puis présentez le badge.`,
    badgeDone: (name: string) => `Badge donné à ${name}.`,
    /** The badge opens nothing without the code that its holder has not chosen yet. */
    badgeNeedsCode: (name: string) =>
      `Badge donné à ${name}. Il lui faut aussi un code${nbsp}: invitez cette personne à en choisir un.`,
    cancel: 'Annuler',
    access: 'Verrouillage',
    lockAfter: 'Verrouiller un poste après (minutes sans toucher à rien)',
    lockNever: 'Ne jamais verrouiller un poste tout seul',
    lockWrong: 'Écrivez de 1 à 120 minutes.',
    badgeAlone:
      'Le badge suffit au guichet (la supervision et l’administration demandent toujours aussi le code)',
    save: 'Enregistrer',
    saved: 'Enregistré.',
  },
} as const

/** How an agent reads their pages, in the head of each. */
export const readingWords = {
  open: 'Lecture',
  title: 'Lire et travailler à ma façon',
  help: 'Ces choix vous suivent à chaque poste où vous êtes reconnu. Personne d’autre ne les voit.',
  size: 'Lettres',
  sizes: { usual: 'Habituelles', large: 'Plus grandes', larger: 'Encore plus grandes' },
  contrast: 'Contraste fort, blanc sur noir',
  airy: 'Listes aérées, touches plus grandes',
  singleKeys: 'Les lettres et les chiffres agissent seuls',
  singleKeysHelp:
    'Si vous décochez cette case, seules les touches de fonction, Tab et Entrée agissent. C’est utile avec une commande vocale.',
  sound: 'Son quand un message paraît ou que quelqu’un arrive',
  sounds: { none: 'Aucun', soft: 'Discret', loud: 'Fort' },
  keyboard: 'Clavier, pour les lettres montrées sur les touches',
  keyboards: { auto: 'Celui du système', azerty: 'AZERTY', qwerty: 'QWERTY', qwertz: 'QWERTZ', bepo: 'BÉPO' },
  close: 'Fermer',
} as const
