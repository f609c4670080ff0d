import type { LoginKind, LoginProblem } from '../../contract/people/login.ts'

const nbsp = '\u00a0'

/** Why the provider can't be used, then what to do. */
const problems: Readonly<Record<LoginProblem, string>> = {
  privateAddress:
    'Cette adresse est celle d’un réseau privé. Si l’annuaire est bien celui de la mairie, autorisez les adresses privées, puis essayez de nouveau.',
  unresolved: 'Ce nom n’existe pas sur le réseau. Vérifiez l’adresse, et que cette machine atteint Internet.',
  unreachable: 'Rien ne répond à cette adresse. Vérifiez-la, et que le réseau laisse sortir cette machine.',
  timeout: 'Le service n’a pas répondu à temps. Essayez de nouveau dans un moment.',
  untrusted:
    'Le certificat de ce service n’est signé par aucune autorité connue. Si c’est celle de la mairie, mettez-la dans « connexion-autorite.pem », dans le dossier de l’office.',
  tooLong:
    'Ce qui répond à cette adresse est bien trop long pour un service de connexion. Vérifiez l’adresse.',
  notProvider:
    'Ce qui répond à cette adresse n’est pas un service de connexion OpenID Connect. Vérifiez l’adresse : c’est celle de l’émetteur (« issuer »), sans « /.well-known ».',
  otherIssuer:
    'Le service se présente sous un autre nom que cette adresse. Reprenez exactement celle de l’émetteur (« issuer »), barre finale comprise.',
  noCode: 'Ce service ne propose pas la connexion par code. Demandez-la à qui le gère.',
}

/** Signing in by the town's directory or ProConnect. */
export const loginWords = {
  problems,
  /** ProConnect asks for these very words. */
  act: (kind: LoginKind, label: string): string =>
    kind === 'proconnect' ? 'S’identifier avec ProConnect' : `Se connecter avec ${label}`,
  or: 'Ou bien',
  opened: 'La suite est dans votre navigateur : revenez ici quand c’est fait.',

  /** What the browser reads on its way. */
  browser: {
    title: 'Connexion',
    ask: (place: string) =>
      `Vous allez ouvrir votre session au poste ${place}. Continuez seulement si vous êtes devant ce poste.`,
    go: 'Continuer',
    done: 'C’est fait',
    doneText: 'Votre session est ouverte : revenez à votre poste. Cette page peut être fermée.',
    knocked: 'Votre compte n’est encore celui de personne ici',
    knockedText: (code: string) =>
      `Donnez ce code à un responsable de l’office, qui relie votre compte dans l’administration, « Personnes et accès » : ${code}. En attendant, votre code ou votre phrase de passe vous fait entrer.`,
    failed: 'Vous n’êtes pas connecté',
    flaws: {
      otherOrganisation:
        'Le service de connexion vous connaît dans une autre organisation que cet office. Recommencez en choisissant la bonne, ou entrez avec votre code ou votre phrase de passe.',
      notFresh:
        'Le service de connexion n’a pas vérifié de nouveau que c’est vous. Recommencez depuis votre poste, ou entrez avec votre code ou votre phrase de passe.',
      givenUp:
        'La connexion a été abandonnée ou refusée là-bas. Recommencez depuis votre poste, ou entrez avec votre code ou votre phrase de passe.',
      notBelieved:
        'Ce qui est revenu du service de connexion n’a pas pu être vérifié : rien n’a été ouvert. Recommencez depuis votre poste, ou entrez avec votre code ou votre phrase de passe.',
    },
    away: (problem: LoginProblem) =>
      `${problems[problem]} Vos codes et phrases de passe marchent toujours : entrez ainsi depuis votre poste.`,
    over: 'Cette page a déjà servi, ou son temps est passé. Recommencez depuis votre poste.',
    elsewhere: 'Cette page s’ouvre sur la machine du poste qui l’a demandée. Recommencez depuis votre poste.',
  },

  /** The administration's own. */
  page: {
    title: 'ProConnect, ou l’annuaire de la mairie',
    help: 'En plus des codes et des phrases de passe, qui marchent toujours : chacun entre au guichet et à la supervision par son compte professionnel. L’administration garde sa phrase de passe.',
    kind: 'Service',
    kinds: { proconnect: 'ProConnect', other: 'Un autre annuaire (OpenID Connect)' },
    label: 'Son nom pour les agents',
    labelHelp: `« Se connecter avec…${nbsp}»`,
    issuer: 'Adresse de l’émetteur',
    issuerHelp: 'Donnée par le service, en https. Elle finit par « /api/v2 » pour ProConnect.',
    registeredAs: 'Identifiant de l’office là-bas (client_id)',
    secret: 'Secret (client_secret)',
    secretKept: 'Un secret est gardé. Laissez vide pour le garder.',
    origin: 'Adresse de cet hôte pour les navigateurs',
    originHelp: (origins: readonly string[]) =>
      origins.length === 0
        ? 'L’hôte ne répond pas encore sur le réseau : voyez « Postes et réseau ».'
        : `En https, sans rien après. Cet hôte répond ici : ${origins.join(', ')}.`,
    siret: 'SIRET de l’office',
    siretHelp: 'Seuls les agents de cette organisation entrent. Obligatoire avec ProConnect.',
    siretWrong: 'Un SIRET a quatorze chiffres.',
    addressWrong: 'Une adresse complète en https est attendue.',
    missing: 'Remplissez ce champ.',
    privateAddresses: 'Le service est sur un réseau privé',
    declare: 'À déclarer au service de connexion',
    redirectUri: 'Adresse de retour',
    logoutUri: 'Adresse après la déconnexion',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    off: 'Ne plus proposer',
    try: 'Essayer',
    tried: 'Le service répond comme il faut.',
    trying: 'Essai en cours…',
    linked: 'Comptes reliés',
    nobody: 'Aucun compte n’est relié.',
    unlink: 'Détacher',
    unlinkFor: (name: string) => `Détacher le compte de ${name}`,
    knocks: 'Comptes à relier',
    knocksHelp:
      'Ces personnes se sont connectées sans être encore quelqu’un ici. Demandez à chacune le code de son écran avant de la relier.',
    noKnock: 'Personne n’attend.',
    code: (code: string) => `Code ${code}`,
    who: 'C’est',
    choose: 'Choisir une personne',
    link: 'Relier',
  },
} as const
