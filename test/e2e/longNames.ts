import { schoolOffice } from '../../electron/host/training/school.ts'

/** An office where everything has the longest name that someone could give it. */
export const longNames = {
  ...schoolOffice,
  school: false,
  settings: {
    ...schoolOffice.settings,
    address: {
      ...schoolOffice.settings.address,
      name: 'Communauté d’agglomération de Saint-Germain-en-Laye et des Boucles de la Seine, maison de services publics',
      street:
        '128 bis avenue du Maréchal-de-Lattre-de-Tassigny, bâtiment C, rez-de-chaussée, entrée côté jardin',
    },
    services: schoolOffice.settings.services.map((service) => ({
      ...service,
      name: {
        fr: `${service.name.fr}, titres de circulation et attestations d’accueil des ressortissants étrangers`,
      },
    })),
    counters: schoolOffice.settings.counters.map((counter, at) => ({
      ...counter,
      name: { fr: `Guichet ${at + 1}, salle Marie-Curie, premier étage` },
    })),
    personWord: 'administré',
  },
  agents: schoolOffice.agents.map((agent) => ({
    ...agent,
    name: {
      firstName: 'Marie-Antoinette-Élisabeth',
      familyName: 'de La Rochefoucauld-Montbel d’Estaing',
      capacity: 'adjointe administrative principale de première classe, régisseuse suppléante',
    },
  })),
}
