import { z } from 'zod'
import { command, view } from '../define.ts'
import { CounterId, Instant, StationId } from '../ids.ts'
import { askedTooOften } from '../pace.ts'
import { spaced, written } from '../typed.ts'

/** What a paired station can be; other software has tokens of its own. */
export const pairedRoles = ['agent', 'kiosk', 'display', 'supervisor', 'admin'] as const
export const PairedRole = z.enum(pairedRoles)
export type PairedRole = z.infer<typeof PairedRole>

/** Where a station stands, as the office calls the place (never a person's name); a counter's own station holds that counter alone. */
export const StationPlace = z.strictObject({
  name: spaced.min(1).max(60),
  counterId: CounterId.nullable(),
})
export type StationPlace = z.infer<typeof StationPlace>

/** The SHA-256 of a certificate's public key (SubjectPublicKeyInfo), in base64url: what a station trusts, whatever certificate carries the key. */
export const Pin = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .brand('Pin')
export type Pin = z.infer<typeof Pin>

/** An origin of the host on the network: `https://192.168.1.20:8443`. */
export const HostAddress = z
  .string()
  .max(200)
  .regex(/^https:\/\/[^\s/]+$/)

/** A host of the office as a station finds it: where it answers, and the keys that it may answer with (its next one too). */
export const OfficeHost = z.strictObject({
  hostId: z.uuid(),
  addresses: z.array(HostAddress).max(32),
  pins: z.array(Pin).min(1).max(4),
})
export type OfficeHost = z.infer<typeof OfficeHost>

/** The SHA-256 of a station's token (32 random bytes), in base64url: nobody finds the token from it. */
export const TokenHash = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .brand('TokenHash')
export type TokenHash = z.infer<typeof TokenHash>

/** A program pairs by its code; a browser by its link, until a date. */
export const StationFacts = z.strictObject({
  stationId: StationId,
  role: PairedRole,
  place: StationPlace,
  kind: z.enum(['program', 'browser']),
  /** The end of a browser's link; a program's pairing has none. */
  until: Instant.nullable(),
})
export type StationFacts = z.infer<typeof StationFacts>

/** The office's own certificate, as two PEM files of the host's machine: the chain (its own first) and its key. */
export const CertificateFiles = z.strictObject({
  chainFile: written.min(1).max(500),
  keyFile: written.min(1).max(500),
})

/** How this host answers on the network: facts of its machine, kept beside the journal. */
export const NetworkSettings = z.strictObject({
  /** An interface's name (« eth0 », « Ethernet ») or one of the machine's addresses; null while none is chosen: this machine only. */
  on: written.min(1).max(100).nullable(),
  /** 0 takes a free one, then keeps it. */
  port: z.int().min(0).max(65_535),
  /** Names of the machine beside its addresses: `accueil.mairie.example`. */
  names: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/),
    )
    .max(10),
  /** Null: a certificate that the host makes and renews itself. */
  certificate: CertificateFiles.nullable(),
  /** Says its address to the local network while pairing is open (mDNS). */
  discoverable: z.boolean(),
})
export type NetworkSettings = z.infer<typeof NetworkSettings>
export const usualNetwork: NetworkSettings = {
  on: null,
  port: 8443,
  names: [],
  certificate: null,
  discoverable: true,
}

/** Why the door doesn't answer on the network though it should; `detail` is the address, the port or the file. */
export const doorProblems = ['addressGone', 'portTaken', 'certificateUnsound', 'notAllowed'] as const
export const DoorProblem = z.strictObject({ code: z.enum(doorProblems), detail: z.string().max(500) })
export type DoorProblem = z.infer<typeof DoorProblem>

/** The network's door as it stands. */
export const DoorNow = z.strictObject({
  settings: NetworkSettings,
  /** The machine's interfaces that could be chosen, with their addresses. */
  interfaces: z.array(z.strictObject({ name: z.string(), addresses: z.array(z.string()).max(20) })).max(50),
  /** The door answers on the network: pairing is open, or a station is paired. */
  open: z.boolean(),
  addresses: z.array(HostAddress).max(32),
  /** The key that it answers with; null before the first opening. */
  pin: Pin.nullable(),
  /** Another key is announced to the stations, and answers from this instant. */
  coming: z.strictObject({ pin: Pin, at: Instant }).nullable(),
  certificate: z
    .strictObject({
      /** The office's own files, or the host's. */
      own: z.boolean(),
      from: Instant,
      until: Instant,
      names: z.array(z.string()).max(50),
    })
    .nullable(),
  problem: DoorProblem.nullable(),
})
export type DoorNow = z.infer<typeof DoorNow>

/** A pairing that waits for its station: the code for a program, the links for a browser. */
export const PairingNow = z.strictObject({
  role: PairedRole,
  place: StationPlace,
  /** Eight digits to type at the station; null for a browser's link. */
  code: z
    .string()
    .regex(/^[0-9]{8}$/)
    .nullable(),
  /** The link of a pairing at each of the door's addresses, to open once; empty for a code. */
  links: z.array(z.string()).max(32),
  /** After this instant it is worth nothing. */
  until: Instant,
  /** Tries left before the code is worth nothing. */
  tries: z.int().min(0),
})
export type PairingNow = z.infer<typeof PairingNow>

/** What a pairing that has just ended gave, for the page that shows it. */
export const PairingEnd = z.strictObject({
  outcome: z.enum(['paired', 'expired', 'tooManyTries', 'closed', 'notNoted']),
  stationId: StationId.nullable(),
  at: Instant,
})
export type PairingEnd = z.infer<typeof PairingEnd>

/** A kiosk or other software that asks faster than its pace, or that a supervisor suspended. */
export const StationInTrouble = z.strictObject({
  stationId: StationId,
  /** Where it stands, or what the software is called; null for the kiosk of the host's own machine. */
  name: z.string().nullable(),
  software: z.boolean(),
  /** Since when it is suspended; null while it is not. */
  suspendedAt: Instant.nullable(),
  /** What it asks too often (a name of `paces`, or its views), and the most of it in one minute; null once it is suspended. */
  asks: z.strictObject({ what: z.enum(askedTooOften), aMinute: z.int().min(1) }).nullable(),
})
export type StationInTrouble = z.infer<typeof StationInTrouble>

const pairingRefusals = [
  'officeNotCreated',
  'unknownCounter',
  'networkNotChosen',
  'networkUnavailable',
] as const

export const networkCalls = {
  /** Shows a code for one station of this role at this place, for two minutes and five tries; replaces the one before. */
  'pairing.open': command({
    by: 'network',
    roles: ['admin'],
    input: z.strictObject({ role: PairedRole, place: StationPlace }),
    output: PairingNow,
    refusals: pairingRefusals,
  }),
  /** Gives a link that makes one browser a display or a supervision post; to open within fifteen minutes, worth `days` once opened. */
  'pairing.openLink': command({
    by: 'network',
    roles: ['admin'],
    input: z.strictObject({
      role: z.enum(['display', 'supervisor']),
      place: StationPlace,
      days: z.int().min(1).max(400).default(90),
    }),
    output: PairingNow,
    refusals: pairingRefusals,
  }),
  'pairing.close': command({
    by: 'network',
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [],
  }),
  /** The station is cut at once, and its token is worth nothing any more. */
  'station.revoke': command({
    roles: ['admin'],
    input: z.strictObject({ stationId: StationId }),
    output: z.strictObject({}),
    refusals: ['unknownStation'],
  }),
  /** What the station asks is refused until it is resumed; its pairing stays. A kiosk, or other software. */
  'station.suspend': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ stationId: StationId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownStation'],
  }),
  'station.resume': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ stationId: StationId }),
    output: z.strictObject({}),
    refusals: ['unknownStation'],
  }),
  'network.set': command({
    // What is named of the machine: its interface, its port, its files.
    ofHost: ({ on, port, certificate }: NetworkSettings) => [JSON.stringify({ on, port, certificate })],
    by: 'network',
    follows: true,
    roles: ['admin'],
    input: NetworkSettings,
    output: DoorNow,
    refusals: ['networkUnavailable', 'certificateUnsound'],
  }),
  /** Answers with the next key from now on: every station knows it already, none is touched. */
  'network.changeKey': command({
    by: 'network',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({}),
    output: DoorNow,
    refusals: ['networkNotChosen', 'certificateUnsound'],
  }),
  /** What the host itself notes once a station has proved the code, or a browser has opened its link. Nobody asks it through a door. */
  'station.pair': command({
    roles: [],
    input: z.strictObject({ ...StationFacts.shape, tokenHash: TokenHash }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownCounter'],
  }),
  /** What the host itself notes when its addresses or its keys change, so that every station learns them from any host of the office. */
  'door.announce': command({
    roles: [],
    input: OfficeHost,
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** The stations paired, this host's door, the pairing that waits. */
  'stations.view': view({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      zone: z.string(),
      stations: z
        .array(
          z.strictObject({
            ...StationFacts.shape,
            pairedAt: Instant,
            /** Connections open to this host now. */
            connected: z.int().min(0),
            /** When it was last here; null before its first connection to this host. */
            lastSeen: Instant.nullable(),
          }),
        )
        .max(200),
      total: z.int(),
      /** The host's own machine shows the room's display, in a window or a browser of its own, or did lately: nothing is to be paired. */
      ownDisplay: z.boolean().default(false),
      door: DoorNow,
      pairing: PairingNow.nullable(),
      /** How the last pairing ended, for as long as the host runs. */
      lastPairing: PairingEnd.nullable(),
    }),
  }),
  /** What a station is to the office, and where it finds the office's hosts, its next keys among them. */
  'station.me': view({
    own: 'station',
    anyone: true,
    roles: ['kiosk', 'display', 'agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Null for a station of the host's own machine. */
      station: StationFacts.nullable(),
      hosts: z.array(OfficeHost).max(16),
      /** Where the system's browser begins a sign-in by the office's provider; null where there is none. */
      signIn: z.string().max(300).nullable(),
      /** Whether a day is open: no station is brought up to date meanwhile. Null: the host does not say it yet. */
      dayOpen: z.boolean().nullable(),
      /** A supervisor suspended it: what it asks is refused. */
      suspended: z.boolean().default(false),
    }),
  }),
} as const
