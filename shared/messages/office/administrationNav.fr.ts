/** The administration's parts, in the groups of its navigation. */
export const administrationNav = {
  label: 'Réglages',
  /** The way back to the first page. */
  home: 'Vue d’ensemble',
  /** The title of the window, or of the browser's tab: what changes comes first. */
  document: (section: string) => `${section} - Administration - Guichet`,
  menu: (section: string) => `Réglages : ${section}`,
  groups: {
    /** A town hall says so; another office is one. */
    office: (office: string) => (/^mairie\b/i.test(office) ? 'Mairie' : 'Établissement'),
    people: () => 'Personnes',
    devices: () => 'Appareils',
    queue: () => 'File et textes',
    papers: () => 'Papiers et messages',
    data: () => 'Données',
  },
  sections: {
    office: 'Office',
    agents: 'Agents',
    printers: 'Imprimantes',
    updates: 'Mises à jour',
  },
} as const
