/** What the help of one screen says: what it is for, how one goes about it, and the rule that it follows. */
export type HelpPage = {
  readonly title: string
  /** What the screen does, in one sentence. */
  readonly does: string
  /** How one goes about it, a sentence each, in the order of the work. */
  readonly steps: readonly string[]
  /** The rules that hold here, each with its text; `source` is null where it is a choice of the software. */
  readonly rules: readonly { readonly text: string; readonly source: string | null }[]
}

/** The panel that F1 opens, whatever it tells. */
export const helpPanel = {
  open: 'Aide',
  label: 'Aide de cet écran',
  tabs: { screen: 'Cet écran', texts: 'Chercher un texte', handbook: 'Le manuel' },
  tabsLabel: 'Aide',
  close: 'Fermer l’aide',
  does: 'À quoi sert cet écran',
  steps: 'Comment faire',
  keys: 'Touches de cet écran, en ce moment',
  keyColumn: 'Touche',
  actColumn: 'Ce qu’elle fait',
  notNow: 'pas en ce moment',
  noKey: 'Cet écran n’a pas de touche à lui : la touche Tab passe d’un bouton au suivant, Entrée l’actionne.',
  rules: 'La règle',
  chosen: 'choix du logiciel',
  safety: 'Votre sécurité',
  alertKey: 'Ctrl Maj Espace',
  alertHelp:
    'demande de l’aide sans bruit, sur cette page comme sur le bandeau : rien ne se voit de l’autre côté, vos collègues et le responsable voient où.',
  alert: 'Demander de l’aide',
  incident: 'Écrire une fiche d’incident',
} as const

const priority = {
  text: 'Une priorité ne vient que d’un texte ; seuls la personne et l’agent savent lequel.',
  source: 'CASF, art. L241-3 et R215-5',
} as const
const trace = {
  text: 'Aucun passage ne finit sans issue ni trace, même sans démarche faite.',
  source: null,
} as const
const acknowledgement = {
  text: 'Toute demande déposée reçoit un accusé de réception, qui dit le délai, le sens du silence et les recours.',
  source: 'CRPA, art. L112-3 et R112-5',
} as const
const missing = {
  text: 'Une pièce manquante se demande par écrit, avec le texte qui l’exige et le délai pour la donner.',
  source: 'CRPA, art. L114-5',
} as const

/** Each screen that an agent holds, the administration apart: it has a help for each of its parts. */
export const help = {
  counter: {
    title: 'Le guichet',
    does: 'Appeler la personne suivante, la recevoir, cocher ses pièces et lui remettre ce qui fait foi de son passage.',
    steps: [
      'Appelez la personne suivante. Le logiciel la choisit selon la règle publiée, et dit pourquoi c’est elle.',
      'Quand elle est là, choisissez la démarche ; cochez les pièces vues. Aucune question n’est obligatoire.',
      'Une lettre coche sa pièce et ouvre son détail ; deux fois, la pièce manque. Les chiffres répondent à la question posée sous la liste.',
      'Le reste est dans « Actions », par la touche à droite du point-virgule : cherchez par un mot, ou pressez la lettre au bout de la ligne.',
      'Pièce d’identité : choisissez le titre, tapez le nom ; Entrée passe au champ suivant, Échap rend les lettres et les chiffres à la page.',
      'Terminez : l’issue proposée vient des pièces cochées, et le document qui en découle est prêt.',
      'Une erreur ? « Annuler » reprend l’appel, l’absence, la mise en attente, la réorientation et la fin.',
      'Vous travaillez dans un autre logiciel ? Le bandeau garde le guichet au-dessus de lui.',
    ],
    rules: [
      priority,
      acknowledgement,
      missing,
      {
        text: 'Ce qu’une administration détient déjà ne se redemande pas.',
        source: 'CRPA, art. L113-12 et L114-8',
      },
      {
        text: 'Un dossier incomplet se dépose quand même : la personne repart avec un récépissé daté des pièces données.',
        source: 'Défenseur des droits, décision 2017-134',
      },
      trace,
    ],
  },
  reception: {
    title: 'L’accueil',
    does: 'Accueillir à l’entrée : donner un ticket, enregistrer une arrivée, remettre un titre, renseigner.',
    steps: [
      'Cherchez le motif de la personne : l’écran dit quoi apporter et si elle pourra être reçue avant la fermeture.',
      'Donnez le ticket du service, ou enregistrez l’arrivée d’un rendez-vous par son code ou son heure.',
      'Une priorité se note ici avec son motif : elle n’est montrée qu’à l’agent qui recevra.',
      'Une fois la démarche choisie, 1 à 4 disent la priorité et 5 à 9 l’aide demandée ; Échap rend les chiffres aux actes, F8 compte un renseignement.',
      'Un départ, un retour ou un ticket perdu se traite par le numéro.',
    ],
    rules: [
      priority,
      {
        text: 'Personne n’est renvoyé ailleurs : la demande est transmise à l’administration compétente, et la personne en est avisée.',
        source: 'CRPA, art. L114-2',
      },
      trace,
    ],
  },
  files: {
    title: 'Les dossiers',
    does: 'Suivre ce qu’une demande devient après la visite : échéances, pièces reçues, transmission, décision, remise.',
    steps: [
      '« À faire par la mairie » dit ce qu’elle fait, et avant quand. Ce que la personne ou une autre autorité fait est dans son onglet, en gris.',
      '↑ et ↓ choisissent un dossier, Entrée fait ce qui est écrit. « / » ouvre toutes les autres actions.',
      'S cherche : un nom seul, ou le numéro d’un papier, d’un ticket du jour ou d’un titre. N enregistre un dépôt.',
      'Pour remettre un titre, écrivez le nom de qui le prend, puis dites s’il a signé le registre.',
      'Chaque acte se date : un envoi a sa date d’envoi et sa date de réception, qui peuvent différer.',
      'Un refus ne termine aucun passage : « Refus écrit… » enregistre la demande, puis ouvre le refus. Ce qui est tapé est gardé : « Refus, projet » est dans les papiers du dossier, et la liste dit qui signe.',
      'Une décision qui refuse s’écrit avec ses motifs de droit et de fait.',
    ],
    rules: [
      acknowledgement,
      missing,
      {
        text: 'Le silence de deux mois vaut acceptation, sauf exception écrite dans un texte ; chaque démarche dit son sens et sa source.',
        source: 'CRPA, art. L231-1 et L231-4',
      },
      {
        text: 'Un refus est motivé par écrit, en droit et en fait.',
        source: 'CRPA, art. L211-2 et L211-5',
      },
      {
        text: 'Là où la loi énumère les motifs de refus, aucun autre ne se choisit ; ailleurs, un refus cite son article.',
        source: 'CESEDA, art. L313-3 ; code de l’éducation, art. D131-3-1',
      },
      {
        text: 'Un refus dit devant quel juge il se conteste, avec son adresse, et dans quel délai ; ou qu’aucun texte ne fixe de délai, comme pour un Pacs.',
        source: 'CJA, art. R421-5 ; décret 2006-1806, art. 1',
      },
    ],
  },
  till: {
    title: 'La caisse',
    does: 'Encaisser ce que la régie est autorisée à encaisser, donner la quittance, compter et verser.',
    steps: [
      'Ouvrez la caisse en comptant le fonds ; l’écart est noté, jamais effacé. En formation, prenez d’abord l’acte d’exercice.',
      'Choisissez le produit par sa lettre, puis le moyen par son chiffre. Entrée encaisse. Ce que la visite en cours donne à payer est proposé.',
      'Une écriture ne se corrige que par une autre, qui porte son motif.',
      'À la fin, comptez, arrêtez la caisse et imprimez l’état du versement.',
    ],
    rules: [
      {
        text: 'Le régisseur n’encaisse que les produits de l’acte constitutif, par les moyens qu’il dit.',
        source: 'CGCT, art. R1617-1 à R1617-18',
      },
      {
        text: 'Chaque encaissement a sa quittance, numérotée sans trou.',
        source: 'Instruction 06-031-A-B-M du 21 avril 2006',
      },
    ],
  },
  documents: {
    title: 'Les documents',
    does: 'Retrouver, imprimer de nouveau, corriger, annuler ou vérifier un document émis.',
    steps: [
      'Cherchez par numéro, par date ou par sorte ; ou lisez le code du papier avec la douchette ou la caméra.',
      'A affiche le papier en grand, E change sa présentation, I l’imprime. Sans imprimante, rien n’est compté comme imprimé.',
      'Un document émis n’est jamais modifié : une correction ou une annulation en émet un autre, qui dit pourquoi.',
      'La clôture d’une période scelle ce qui a été remis.',
    ],
    rules: [
      {
        text: 'Un document à qui manque une mention obligatoire ne peut pas être émis.',
        source: 'CRPA, art. R112-5 et L211-5',
      },
      {
        text: 'Tout document porte le prénom, le nom et la qualité de l’agent, sauf anonymat justifié.',
        source: 'CRPA, art. L111-2',
      },
      { text: 'Le code d’un document se vérifie par n’importe qui, sans internet.', source: null },
    ],
  },
  supervision: {
    title: 'La supervision',
    does: 'Ouvrir et fermer la journée, décider de ce qui attend une décision, tenir la file dans sa règle.',
    steps: [
      'En haut, une ligne par service : ce qu’il lui faut, et l’acte qui y répond ; « Rien à faire » est dit. Dessous, les guichets, qui attend, la journée en chiffres.',
      '« Prévision » dit qui est attendu, aujourd’hui ou un autre jour, et ce que change un guichet de plus ou de moins.',
      '« ? » dit ce que compte chaque chiffre.',
      'Un guichet que son agent a laissé ouvert se ferme de sa ligne, avec un motif ; « Rouvrir pour son agent » revient sur l’erreur.',
      '« Fermer la journée » montre qui n’a ni été reçu ni tracé : chacun a une issue avant qu’elle se ferme.',
      '« Règle » montre la règle publiée ; une journée passée se rejoue avec d’autres réglages avant de les appliquer.',
      '« Historique » donne les chiffres publiables, par service et par motif, jamais par agent ; puis ceux de l’année, par mois et par heure. Ce qui désignerait moins de cinq personnes n’y est pas dit.',
      'Si tout s’arrête, la feuille du matin tient la file à la main ; ses passages se saisissent ensuite.',
    ],
    rules: [
      { text: 'Un appel hors de l’ordre est motivé par écrit et compté.', source: null },
      priority,
      {
        text: 'Le travail n’est pas surveillé : aucune durée par agent ne survit à la journée.',
        source: 'RGPD, art. 5',
      },
    ],
  },
} as const satisfies Readonly<Record<string, HelpPage>>
