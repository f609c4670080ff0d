import type { HelpPage } from './help.fr.ts'

/** What the handbook tells beside the screens: what several of them share, and what no screen tells. */
export const handbookMore = {
  bar: {
    title: 'Le bandeau',
    does: 'Garder les gestes du guichet au-dessus du logiciel du ministère, en une ligne.',
    steps: [
      'Ouvrez-le par Ctrl B, ou par le menu « Postes ».',
      'Ses raccourcis agissent depuis un autre logiciel : le menu « Bandeau » dit lesquels et les change.',
      'Ctrl Maj Espace y demande de l’aide comme au guichet.',
    ],
    rules: [
      {
        text: 'Un récépissé donné par le logiciel du ministère est noté par son numéro, jamais doublé.',
        source: null,
      },
    ],
  },
  safety: {
    title: 'Votre sécurité',
    does: 'Demander de l’aide sans que rien se voie, puis dire ce qui s’est passé.',
    steps: [
      'Ctrl Maj Espace demande de l’aide, depuis toute page d’agent et depuis le bandeau ; un point et le mot « noté », au coin de la page, le confirment.',
      'Vos collègues et le responsable voient à quel guichet. Le premier qui répond « J’y vais » (Ctrl Maj Entrée) répond pour tous.',
      'La fiche d’incident s’ouvre par ce point, ou par l’aide (F1), même sans alerte ; elle est remplie du lieu et de l’heure.',
      'Le responsable exporte les fiches pour le registre de santé et de sécurité au travail.',
    ],
    rules: [
      {
        text: 'La fiche dit les faits, jamais la personne : rien ne la suit à sa visite suivante.',
        source: null,
      },
      {
        text: 'L’anonymat de l’agent est respecté quand la sécurité des personnes le justifie.',
        source: 'CRPA, art. L111-2',
      },
    ],
  },
  exchange: {
    title: 'L’échange écrit',
    does: 'Se comprendre par écrit avec qui lit une autre langue, ou n’entend pas.',
    steps: [
      'Au guichet, la touche « ; » ouvre l’échange : choisissez une phrase ou écrivez en français.',
      'La personne lit en grand et dans sa langue, sur l’écran tourné vers elle ou sur le vôtre, et répond.',
      'Une traduction que personne n’a encore relue le dit.',
    ],
    rules: [
      {
        text: 'Les échanges avec l’administration sont en français ; l’aide à traduire est permise.',
        source: 'CRPA, art. L111-1',
      },
      {
        text: 'Qui n’entend pas a droit, à sa demande, à une traduction écrite simultanée et visuelle.',
        source: 'Loi 2005-102, art. 78',
      },
      { text: 'Rien de l’échange n’est gardé.', source: null },
    ],
  },
  languages: {
    title: 'Les langues de la personne',
    does: 'Accueillir en cinq langues : français, anglais, espagnol, arabe, ukrainien.',
    steps: [
      'La langue choisie à la borne suit le ticket : le guichet la voit à l’appel.',
      'Le ticket, le rendez-vous et la fiche de ce que chacun doit faire sont imprimés en français et dans cette langue.',
      'L’affichage de la salle dit l’attente, les derniers tickets et la règle dans chaque langue, à tour de rôle.',
    ],
    rules: [
      { text: 'Le texte qui fait foi est le français.', source: 'CRPA, art. L111-1' },
      {
        text: 'La voix appelle en français, puis dans la langue du ticket si l’office le veut ; l’écran la double toujours.',
        source: null,
      },
    ],
  },
  lesson: {
    title: 'La journée guidée',
    does: 'Apprendre le guichet en moins d’une heure, sur le site de formation : dix situations, ce qui est attendu, et le texte.',
    steps: [
      'Ouvrez le site de formation, à la première ouverture ou par le menu, puis le guichet.',
      'Maj F9 commence. Les personnes viennent à leur heure ; Maj F2 fait venir la suivante, et l’horloge avance jusqu’à elle.',
      'Recevez comme dans l’office : le panneau dit ce qui se passe, ce qui est attendu, et ce qui est à revoir.',
      'Ce qu’« Annuler » reprend se refait. Ce qui est à revoir est dit aussitôt, avec son article.',
      'Maj F9, deux fois, remet le site à neuf et recommence : visites, papiers, dossiers et caisse d’essai sont effacés, les postes restent.',
    ],
    rules: [
      {
        text: 'Le site de formation a ses propres données, et chaque papier y porte SPÉCIMEN.',
        source: null,
      },
      {
        text: 'Seul un site de formation se remet à neuf : un office réel le refuse toujours. Partagé avec un autre ordinateur, il ouvre une autre journée.',
        source: null,
      },
      {
        text: 'Ce qui est dit à revoir reste sur ce poste d’essai : personne n’y est noté.',
        source: 'RGPD, art. 5',
      },
    ],
  },
  follower: {
    title: 'Un second ordinateur',
    does: 'Garder l’office sur une deuxième machine, qui peut prendre le relais de l’hôte.',
    steps: [
      '« Relier un second ordinateur », dans « Postes et réseau », donne la ligne à lancer sur l’autre machine, depuis les sources de la même version, avec son jeton.',
      'La seconde machine copie tout, suit en continu, montre et ne change rien.',
      'Si l’hôte tombe : « Prendre le relais » dans « Postes et réseau », ou « guichet promote ». C’est refusé tant que le premier répond.',
      'Les postes trouvent le nouvel hôte d’eux-mêmes. Le premier, rallumé, suit à son tour ; ce qu’il n’avait pas pu dire est gardé à part, à relire.',
    ],
    rules: [
      { text: 'La sécurité d’un traitement comprend de quoi rétablir les données.', source: 'RGPD, art. 32' },
      {
        text: 'Sans « --wait-for-follower », les tout derniers actes peuvent manquer après une panne.',
        source: null,
      },
    ],
  },
} as const satisfies Readonly<Record<string, HelpPage>>
