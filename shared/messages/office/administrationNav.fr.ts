/** The administration's parts, in the groups of its navigation. */
export const administrationNav = {
  label: 'Réglages',
  /** The title of the window, or of the browser's tab: what changes comes first. */
  document: (section: string) => `${section} - Administration - Guichet`,
  menu: (section: string) => `Réglages : ${section}`,
  groups: {
    office: 'L’office',
    people: 'Les personnes',
    papers: 'Les papiers',
    stations: 'Les postes et le réseau',
    law: 'La file et la loi',
    keeping: 'Conserver et oublier',
    accounts: 'Rendre compte',
    software: 'Logiciels',
  },
  sections: {
    office: 'Office',
    agents: 'Agents',
    printers: 'Imprimantes',
    updates: 'Mises à jour',
  },
} as const
