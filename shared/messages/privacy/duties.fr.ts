/** A part of a paper that the office owes: what its settings say, then what it has still to write itself. */
export type DutyPart = {
  readonly title: string
  readonly said: readonly string[]
  readonly table?: {
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly fill?: readonly string[]
}

const both = {
  help: 'Fait des réglages de cet office, tels qu’ils sont aujourd’hui. Ce qui est encadré est à compléter par l’office ; rien n’y est supposé.',
  print: 'Imprimer, ou enregistrer en PDF',
  fill: 'À compléter',
  school: 'Office de formation : ce document est un spécimen.',
  madeOn: (day: string) => `État des réglages au ${day}.`,
  roles: {
    agent: 'guichet ou accueil',
    kiosk: 'borne',
    display: 'affichage',
    supervisor: 'supervision',
    admin: 'administration',
  },
} as const

/** The words around the papers: their sections in the administration, and their titles. */
export const dutyWords = {
  ...both,
  impact: {
    section: 'Analyse d’impact',
    title: (office: string) => `Analyse d’impact relative à la protection des données : ${office}`,
  },
  staffNotice: {
    section: 'Information du personnel',
    title: (office: string) => `Information des représentants du personnel : ${office}`,
  },
} as const

/** The impact analysis (GDPR 35.7), in the four parts of the CNIL's method. */
export const impactWords = {
  context: {
    title: '1. Le contexte',
    what: (office: string, services: string) =>
      `${office} reçoit le public avec Guichet : un ticket, un appel, un passage au guichet, les papiers remis, les dossiers qui en sortent. Services : ${services}.`,
    whose: (agents: number, counters: number) =>
      `Personnes concernées : le public reçu, les personnes qu’il représente, les agents (${agents}, à ${counters} guichets), qui signe ou parle dans un enregistrement de l’office.`,
    responsible: (office: string, postal: string, contact: string) =>
      `Responsable du traitement : ${office}, ${postal} (${contact}).`,
    machines: (machines: number) =>
      machines === 1
        ? 'Supports : un ordinateur de l’office, son fichier et ses sauvegardes. Rien ne sort vers Internet pour fonctionner.'
        : `Supports : ${machines} ordinateurs de l’office qui tiennent le même journal, et leurs sauvegardes. Rien ne sort vers Internet pour fonctionner.`,
    keptIn: {
      file: 'Base de données : un fichier SQLite sur cet ordinateur, lisible du seul compte de Guichet. Les données personnelles y sont dans leurs tables, à part du journal ; le chiffrement du disque est celui du système.',
      database:
        'Base de données : PostgreSQL, sur un serveur que Guichet joint par le réseau et qu’il ne sauvegarde pas. Les données personnelles y sont dans leurs tables, à part du journal ; chaque office n’y voit que ses lignes, si son compte est celui que « guichet journal roles » écrit. La clé de l’office reste sur ses ordinateurs.',
    },
    stations: (list: string) =>
      list === '' ? 'Postes reliés : aucun, tout est sur un ordinateur.' : `Postes reliés : ${list}.`,
    till: 'L’office tient une régie : qui a payé, combien et par quel moyen est gardé pour la comptabilité.',
    fill: [
      'Délégué à la protection des données (nom, moyen de le joindre)',
      'Si cette analyse est obligatoire ou volontaire (RGPD, art. 35.3 ; liste de la CNIL), et pourquoi',
    ],
    fillServer: [
      'Serveur PostgreSQL : où il est, qui l’administre et peut en lire les tables (sous-traitant : RGPD, art. 28), comment la liaison et les disques sont chiffrés',
    ],
  },
  data: {
    title: '2. Les données et leurs durées',
    heads: ['Donnée', 'Durée', 'Pourquoi'],
    backups: (days: number) => `Ce qui est effacé n’est plus dans aucune sauvegarde après ${days} jours.`,
    serverBackups:
      'Les sauvegardes sont celles du serveur PostgreSQL : ce que Guichet efface y reste jusqu’à leur propre terme, à fixer et à dire ici.',
    toConfirm: 'à confirmer',
  },
  principles: {
    title: '3. Les principes',
    said: [
      'Finalité et fondement : recevoir le public, instruire et tracer ses demandes, remettre les papiers qui en font foi ; mission d’intérêt public (RGPD, art. 6.1.e). Les enregistrements de l’office (langue des signes, voix) ont pour fondement, à confirmer, l’accord de qui s’y voit ou s’y entend (RGPD, art. 6.1.a), et pour destinataires le public, à la borne et à l’affichage.',
      'Minimisation : la personne est appelée par un numéro. Aucun nom n’est demandé pour prendre un ticket. L’identité est notée comme vue, sans copie. Les questions posées sont celles que la règle de la démarche exige, aucune autre. La raison d’une priorité touche à la santé : seul l’agent qui reçoit la connaît, et elle est effacée le lendemain.',
      'Exactitude : ce qui est corrigé est un fait nouveau ; le papier rectifié renvoie au premier.',
      'Information : l’affiche « Vos droits à ce guichet », en cinq langues, et les papiers remis.',
      'Accès, rectification, effacement, limitation : depuis l’administration, par la référence du dossier ou le code du ticket ; chaque demande y est notée.',
      'Décision automatisée : aucune. Les règles disent ce que les textes demandent ; un agent décide, et la trace du raisonnement s’imprime (CRPA, art. L311-3-1).',
      'Transferts hors de l’Union européenne : Guichet n’en fait aucun ; ceux des sous-traitants sont à dire ci-dessous.',
    ],
    noSoftware: 'Aucun autre logiciel n’a d’accès.',
    token: (label: string, scopes: string) => `« ${label} » peut : ${scopes}.`,
    webhook: (label: string, host: string) =>
      `« ${label} » (${host}) est averti de ce qui se passe, sans aucune donnée personnelle.`,
    notices: {
      sms: 'Avis « votre tour approche » par SMS, sur accord de la personne : le numéro passe par la passerelle de l’office, puis est effacé, au plus tard à la fin du passage ou de la journée.',
      email:
        'Avis « votre tour approche » par courriel, sur accord de la personne : l’adresse passe par le serveur de l’office, puis est effacée, au plus tard à la fin du passage ou de la journée.',
    },
    partners: (list: string) =>
      `Une place peut être demandée à : ${list}. Un code passe de l’un à l’autre, jamais un nom.`,
    fill: [
      'Sous-traitants (maintenance, hébergement de la base, passerelle d’envoi, fournisseur de connexion), leurs contrats (RGPD, art. 28) et leurs transferts hors de l’Union européenne',
    ],
  },
  risks: {
    title: '4. Les risques et les mesures',
    heads: ['Risque', 'Ce qui l’éloigne ici', 'Ce qui en limite les effets'],
    rows: (signIn: boolean, login: string | null, days: number) => [
      [
        'Accès illégitime : quelqu’un lit ce qui ne le regarde pas',
        [
          signIn
            ? 'Chaque agent ouvre son poste par un code à lui (haché, scrypt), avec un verrouillage qui s’allonge à chaque échec.'
            : 'Les postes sont ouverts sans code : aucun responsable n’en a encore choisi.',
          ...(login === null ? [] : [`La connexion par « ${login} » est possible.`]),
          'Postes reliés un à un, liaison chiffrée, certificat épinglé ; chaque poste n’a que les droits de son rôle.',
        ].join(' '),
        `Chaque consultation est notée et gardée ${days} jours ; le journal ne nomme personne ; les copies extérieures sont chiffrées.`,
      ],
      [
        'Modification non désirée\u00a0: un fait est changé ou inventé',
        'Le journal ne se réécrit pas : chaque fait est chaîné au précédent par une empreinte. Les papiers sont numérotés sans trou et signés.',
        'La vérification de la chaîne dit où elle est rompue ; les tables de lecture se refont du journal.',
      ],
      [
        'Disparition : ce qui est gardé est perdu',
        'Chaque fait est écrit sur le disque avant d’être confirmé ; sauvegardes toutes les heures, relues après écriture (celles d’une base de données sont à qui la tient).',
        'Restauration en une commande, essayée ; un second ordinateur peut suivre le premier ; la personne a son papier.',
      ],
    ],
    fill: [
      'Gravité et vraisemblance de chaque risque, telles que l’office les estime',
      'Mesures de l’office : locaux, droits des comptes du système, chiffrement du disque, écran tourné, entretien',
    ],
  },
  validation: {
    title: '5. La validation',
    fill: [
      'Avis du délégué à la protection des données (RGPD, art. 35.2)',
      'Avis des personnes concernées ou de leurs représentants, ou pourquoi il n’a pas été demandé (RGPD, art. 35.9)',
      'Plan d’action, date de la prochaine revue',
      'Décision, date, signature du responsable du traitement',
    ],
  },
} as const

/** What the staff's representatives are told before a tool that could control work is used. */
export const staffWords = {
  why: {
    title: '1. Pourquoi ce document',
    said: [
      'Un outil qui permettrait de contrôler l’activité des agents se présente à leurs représentants avant d’être utilisé : comité social territorial ou d’administration dans la fonction publique (code général de la fonction publique, référence à confirmer par l’office), comité social et économique dans un organisme de droit privé (code du travail, art. L2312-38, à confirmer par l’office).',
      'Chaque agent en est informé personnellement (RGPD, art. 13).',
    ],
  },
  use: {
    title: '2. À quoi sert Guichet',
    what: (office: string, services: string) =>
      `${office} s’en sert pour donner des tickets, appeler, recevoir, remettre les papiers qui font foi et suivre les dossiers. Services : ${services}.`,
    stations: (list: string) => `Postes : ${list}.`,
  },
  kept: {
    title: '3. Ce qui est gardé d’un agent',
    heads: ['Quoi', 'Durée', 'Pourquoi'],
    consultations: [
      'Ce qu’il a consulté de données personnelles',
      'Répondre à qui demande qui a vu ses données (CNIL, recommandation de 2021) ; jamais pour évaluer',
    ],
    days: (days: number) => `${days} jours`,
    acts: [
      'Qu’il a fait un acte (appel, papier, décision), et à quelle heure',
      'Dans le journal, par un identifiant sans signification ; le nom s’en va avec l’agent',
      'Les textes veulent le nom et la qualité de l’agent sur chaque papier (CRPA, art. L111-2)',
    ],
    durations: [
      'Les durées à un guichet',
      'La journée : plus rien ne les calcule après la fermeture',
      'Dire l’attente à qui attend, ce jour-là',
    ],
  },
  not: {
    title: '4. Ce que Guichet ne fait pas',
    said: [
      'Aucun classement, aucune comparaison, aucun objectif par agent : les chiffres sont par service.',
      'Le journal garde l’heure de chaque acte ; aucune page, aucun fichier n’en fait une durée par agent.',
      'Aucun chronomètre sur une personne ; aucun prénom sur un mur de chiffres.',
      'Aucune note donnée par le public n’est demandée.',
      'Aucune image, aucun son, aucune position, aucune frappe n’est enregistrée.',
      'Le téléphone, le courrier et l’aide à un collègue comptent comme du travail, pas comme une pause.',
      'L’alerte silencieuse dit à qui peut aider où l’on a besoin d’eux ; elle ne dit rien de la personne reçue, et la fiche d’incident ne la désigne pas.',
    ],
  },
  seen: {
    title: '5. Qui voit quoi',
    said: [
      'Les collègues : la file, par numéros, et quel guichet est ouvert.',
      'La supervision : les files, les guichets ouverts ou en pause, les chiffres par service. Pas de durées par agent après la journée.',
      'L’administration : les noms, les droits, le journal des consultations, les changements de réglages.',
    ],
    signIn: {
      yes: 'Chaque agent ouvre son poste par un code qu’il est seul à connaître.',
      no: 'Les postes sont ouverts sans code : aucun responsable n’en a encore choisi.',
    },
    login: (label: string) =>
      `Une connexion par « ${label} » est possible ; le code de l’office marche toujours.`,
  },
  rights: {
    title: '6. Les droits des agents',
    said: [
      'Accès, rectification, limitation, opposition : auprès du responsable du traitement ou de son délégué à la protection des données ; la CNIL peut être saisie.',
      'Chaque agent règle pour lui la taille, le contraste, la densité et le son ; ces choix le suivent et ne servent à rien d’autre.',
    ],
  },
  opinion: {
    title: '7. L’avis du comité',
    fill: [
      'Date de la consultation et avis rendu',
      'Ce que l’office s’engage à faire ou à ne pas faire de plus',
      'Date de la mise en service, et de la prochaine information',
    ],
  },
} as const
