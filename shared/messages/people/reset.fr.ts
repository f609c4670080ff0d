/** What `people reset` says: the way back in for an office whose last manager forgot their passphrase. */
export const peopleReset = {
  usage: `Usage : people reset DOSSIER --agent IDENTIFIANT [--manager]

  Donne à une personne huit chiffres pour choisir un nouveau code ou une nouvelle phrase de passe ; les siens n’ouvrent
  plus rien. L’hôte doit être arrêté. Le journal garde qu’il y a eu une remise à zéro, pour qui et quand.

  --agent IDENTIFIANT  la personne, par son identifiant dans l’administration
  --manager            lui donne aussi le droit de gérer l’office`,
  noOffice: (folder: string) => `Le dossier « ${folder} » n’a pas encore d’office. Rien n’a été changé.`,
  open: 'Les postes de cet office sont ouverts à tous : personne n’a encore de code. Rien n’a été changé.',
  unknown: (agentId: string, known: readonly string[]) =>
    `« ${agentId} » n’est personne de cet office. Rien n’a été changé : choisissez parmi ${known.join(', ')}.`,
  noRights: (agentId: string) =>
    `« ${agentId} » n’a plus aucun droit dans l’office. Rien n’a été changé : ajoutez --manager pour lui donner celui de gérer.`,
  done: (agentId: string, code: string, until: string) =>
    `Huit chiffres pour « ${agentId} », valables jusqu’au ${until} : ${code}
Démarrez l’hôte, choisissez cette personne à un poste, tapez ces chiffres, puis un nouveau code ou une nouvelle phrase.`,
} as const
