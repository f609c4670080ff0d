import { waysOf, type PosterTexts } from '../posterTexts.ts'

export const postersFr: PosterTexts = {
  titles: {
    rule: 'La règle de la file',
    priorities: 'Qui est reçu en priorité',
    complain: 'Réclamer, contester, être aidé',
    rights: 'Vos droits à ce guichet',
    data: 'Vos données à ce guichet',
  },
  priorities: {
    lead: 'Ces cartes et ces situations donnent priorité dans la file.',
    how: [
      'Dites « priorité » à la borne ou à l’accueil, ou montrez votre carte.',
      'La raison n’est jamais affichée ni appelée : seul l’agent qui vous reçoit la connaît.',
      'Personne n’est interrompu : vous êtes appelé au prochain guichet libre.',
    ],
    grounds: 'Ce qui donne priorité ici',
    local: 'règle locale, publiée par cet office',
    text: 'Ce que dit la loi',
  },
  complain: {
    lead: 'Toute réclamation reçoit un accusé de réception daté, et une réponse. Aucune note n’est demandée.',
    here: 'Réclamer ici',
    hereHow: (address) => [
      'Au guichet ou à l’accueil, par oral ou par écrit : demandez le récépissé.',
      `Par courrier, courriel ou téléphone : ${waysOf(address)}.`,
    ],
    contest: 'Contester une décision',
    contestHow: [
      'Le délai et l’adresse sont écrits sur la décision ou sur l’accusé de réception.',
      'S’ils n’y sont pas, ce délai ne peut pas vous être opposé (CRPA, art. L112-6 ; CJA, art. R421-5).',
      'Un refus doit dire ses raisons de droit et de fait (CRPA, art. L211-2 et L211-5).',
    ],
    defender: 'Défenseur des droits',
    defenderHow: [
      'Gratuit et indépendant, il peut être saisi si vos droits ne sont pas respectés (CRPA, art. L424-1).',
      'Sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07. Téléphone : 09 69 39 00 00.',
    ],
  },
  rights: {
    lead: 'L’administration a aussi des obligations envers vous.',
    list: [
      'Votre demande est reçue et datée, même si une pièce manque (CRPA, art. L114-5).',
      'Un accusé de réception dit le délai, ce que vaut le silence et les recours (CRPA, art. L112-3 et R112-5).',
      'Ce qu’une administration détient déjà ne vous est pas redemandé (CRPA, art. L113-12).',
      'Une demande adressée au mauvais service est transmise, et vous en êtes avisé (CRPA, art. L114-2).',
      'Vous connaissez le nom et la qualité de l’agent, sauf motif de sécurité (CRPA, art. L111-2).',
      'Une première erreur de bonne foi peut être corrigée sans sanction (CRPA, art. L123-1).',
      'Une trace datée de votre passage vous est donnée si vous la demandez, même si vous partez avant l’appel.',
      'Sourd ou malentendant, vous pouvez demander que l’échange soit écrit (loi du 11 février 2005, art. 78).',
    ],
    data: 'Vos données : vous pouvez demander à l’accueil ce qui est gardé de vous, le faire corriger, limiter ou effacer (RGPD, art. 15 à 18), puis saisir la CNIL.',
  },
  data: {
    lead: (office) => `Responsable du traitement : ${office}.`,
    list: [
      'Pourquoi : vous recevoir à votre tour, traiter votre demande, en garder la preuve. C’est une mission de service public et une obligation légale (RGPD, art. 6, 1, c et e).',
      'Quoi : l’heure de votre passage ; votre nom, votre demande, vos réponses et la liste de vos pièces, si vous les donnez. Aucune copie de votre pièce d’identité n’est faite.',
      'Qui les voit : les agents de l’office, et l’administration qui décide si c’en est une autre.',
      'Combien de temps : chaque sorte de donnée a sa durée, que l’accueil vous dit. Une archive publique n’est éliminée qu’avec le visa des archives (C. patr., art. L214-3).',
      'Vos droits : accès, rectification, limitation, opposition, et effacement quand la loi le permet (RGPD, art. 15 à 21).',
    ],
    ask: (contact) => `Demandez-le ici : ${contact}`,
    cnil: 'Si la réponse ne vous satisfait pas : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, cnil.fr.',
  },
  translated: null,
}
