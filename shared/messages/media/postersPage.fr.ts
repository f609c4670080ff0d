/** The administration's page of posters. */
export const postersPage = {
  section: 'Affiches',
  title: 'Affiches pour le public',
  help: 'Ces affiches viennent des réglages. Imprimez-les de nouveau quand la règle, l’adresse ou les recours changent.',
  kind: 'Affiche',
  language: 'Langue',
  print: 'Imprimer',
  frame: (title: string, language: string) => `Aperçu : ${title} (${language})`,
  toRead:
    'Cette traduction n’a pas encore été relue par une personne qui parle la langue. Le français fait foi.',
} as const
