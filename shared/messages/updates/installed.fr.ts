import { betweenHours } from '../format/numbers.ts'

/** What an installed application says of its configuration, and of its updates. */
export const installed = {
  configuration: {
    /** @param line the file's line, from 1; null: it can't be said */
    broken: (file: string, line: number | null, why: string) =>
      `La configuration « ${file} »${line === null ? '' : `, ligne ${line},`} ne peut pas être suivie : ${why} Corrigez-la, puis relancez Guichet. Rien n’a été ouvert ni changé.`,
    unreadable: (why: string) => `elle ne peut pas être lue (${why}).`,
    notWritten: 'ce n’est pas du JSON (il y manque peut-être une virgule, un guillemet ou une accolade).',
    notObject: 'un objet entre accolades y est attendu.',
    unknownKey: (key: string) => `« ${key} » n’est pas un réglage.`,
    wrong: (key: string, expected: string) => `« ${key} » attend ${expected}.`,
    policy: 'stratégie de groupe',
    expected: {
      data: 'un chemin de dossier complet, par exemple /srv/guichet',
      station: (known: readonly string[]) => `l’un de ces postes : ${known.join(', ')}`,
      host: 'un objet : { "port": 8710, "journal": "postgres://…" }',
      port: 'un port, de 1024 à 65535',
      journal: 'l’adresse d’une base PostgreSQL, postgres://compte@serveur/base',
      office: 'l’identifiant d’un office de la base',
      syslog: 'une adresse et un port, par exemple journaux.mairie.local:514',
      kiosk: 'un objet : { "code": "…" }',
      kioskCode: 'le code du responsable entre guillemets, de 6 à 12 chiffres',
      update: 'un objet : { "from": "…", "key": "…", "between": "20:00-06:00" }',
      from: 'un dossier partagé (chemin complet) ou une adresse https://',
      key: 'la clé publique des mises à jour (44 caractères en base64)',
      between: 'une plage d’heures, par exemple 20:00-06:00',
      on: 'true pour les imposer, false pour les interdire',
    },
  },
  /** In the menu: the licences of what is shipped of others. */
  notices: 'Logiciels tiers',
  updates: {
    current: 'Guichet est à jour.',
    unreadable: 'La mise à jour annoncée ne peut pas être lue : elle est refusée, la version reste la même.',
    notSigned:
      'La mise à jour annoncée n’est pas signée par la clé attendue : elle est refusée, la version reste la même. Prévenez votre informaticien.',
    tooOld:
      'La mise à jour annoncée ne peut pas remplacer cette version d’un seul coup : installez d’abord celle d’avant.',
    altered:
      'Le fichier de la mise à jour n’est pas celui qui a été annoncé : il est refusé, la version reste la même. Prévenez votre informaticien.',
    unreachable: 'Le lieu des mises à jour n’a pas répondu. Un nouvel essai aura lieu.',
    elsewhere: (version: string) =>
      `La version ${version} est annoncée. Cette installation se met à jour par les outils du système.`,
    waits: (version: string, between: string) =>
      `La version ${version} est prête : elle sera installée entre ${betweenHours(between)}, l’office fermé.`,
    notReady: (version: string) =>
      `La version ${version} est prête : elle attend que la journée soit fermée et qu’une sauvegarde soit faite.`,
    atClosing: (version: string) =>
      `La version ${version} est prête : elle sera installée dès que la journée sera fermée et qu’une sauvegarde sera faite.`,
    notInstalled: (version: string) =>
      `La version ${version} n’a pas pu s’installer : la version reste la même. Prévenez votre informaticien.`,
    left: (version: string) =>
      `La version ${version} a été quittée sur ce poste : elle ne revient pas d’elle-même. Une version plus récente s’installera.`,
    takeLeft: (version: string) => `Installer de nouveau la version ${version}`,
    installing: (version: string) => `La version ${version} s’installe.`,
  },
  options: {
    badPort: (given: string) => `« ${given} » n’est pas un port (1024 à 65535).`,
    hostHasNoWindow: 'L’option --host démarre l’office sans fenêtre : elle ne va pas avec --station.',
  },
} as const
