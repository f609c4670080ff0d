/** An article chosen in the base, by its number or its words. */
export const picker = {
  label: 'Texte de la base',
  help: 'Numéro ou mots, par exemple L211-2. Flèches, puis Entrée.',
  results: 'Articles trouvés',
  none: 'Aucun article de la base ne correspond.',
} as const
