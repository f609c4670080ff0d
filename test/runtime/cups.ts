import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { find, mustRun, run } from './command.ts'
import { Trouble } from './trouble.ts'

/** A job that came out of a queue of ours, in order of printing. */
export interface PrintedJob {
  readonly id: number
  /** What the printer received: a PDF from the PDF queue, the very bytes from the raw one. */
  readonly bytes: Buffer
  /** The options as CUPS gives them to a printer, e.g. `media=A5 copies=1`. */
  readonly options: string
}

/** A CUPS of our own: its scheduler, filters and queues, with none of the system's settings touched. */
export interface Cups {
  /** `127.0.0.1:port`, as `lp -h` and the environment variable `CUPS_SERVER` want it. */
  readonly server: string
  /** A queue that gives PDF, and one that gives the bytes as they came. */
  readonly pdfQueue: 'PDF'
  readonly rawQueue: 'RAW'
  /**
   * Declares a raw queue on another printer, e.g. `socket://127.0.0.1:9100`; `trouble:/REASON` is one that prints nothing and
   * says why, `trouble:/fails` and `trouble:/cancels` one that ends its jobs so.
   * @param onError what the queue does with a job that failed
   */
  readonly addRawQueue: (name: string, uri: string, onError?: 'retry-job' | 'abort-job') => Promise<void>
  /** The jobs that came out of the two queues so far. */
  readonly printed: () => Promise<readonly PrintedJob[]>
  readonly stop: () => Promise<void>
}

/** Where the system keeps CUPS's programs. */
const programs = '/usr/lib/cups'

/** Sizes that the PDF printer offers by name, in points; any other is asked for as a custom size. */
const sizes = { A4: [595, 842], A5: [420, 595] } as const

/** The PDF printer's description: it takes PDF as it is, on paper of any size, to the edge. */
function description(): string {
  const each = (line: (name: string, width: number, height: number) => string) =>
    Object.entries(sizes).map(([name, [width, height]]) => line(name, width, height))
  return [
    '*PPD-Adobe: "4.3"',
    '*FormatVersion: "4.3"',
    '*FileVersion: "1.0"',
    '*LanguageVersion: English',
    '*LanguageEncoding: ISOLatin1',
    '*PCFileName: "KEEP.PPD"',
    '*Manufacturer: "Guichet"',
    '*Product: "(Keep)"',
    '*ModelName: "Keep"',
    '*ShortNickName: "Keep"',
    '*NickName: "Keep, PDF"',
    '*PSVersion: "(3010.107) 0"',
    '*LanguageLevel: "3"',
    '*ColorDevice: True',
    '*DefaultColorSpace: RGB',
    '*cupsVersion: 2.4',
    '*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"',
    '*HWMargins: 0 0 0 0',
    '*VariablePaperSize: True',
    '*MaxMediaWidth: "100000"',
    '*MaxMediaHeight: "100000"',
    '*NonUIOrderDependency: 100 AnySetup *CustomPageSize',
    '*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"',
    '*ParamCustomPageSize Width: 1 points 36 100000',
    '*ParamCustomPageSize Height: 2 points 36 100000',
    '*ParamCustomPageSize Orientation: 3 int 0 3',
    '*ParamCustomPageSize WidthOffset: 4 points 0 0',
    '*ParamCustomPageSize HeightOffset: 5 points 0 0',
    '*OpenUI *PageSize/Page Size: PickOne',
    '*DefaultPageSize: A4',
    ...each((name, w, h) => `*PageSize ${name}: "<</PageSize[${w} ${h}]/ImagingBBox null>>setpagedevice"`),
    '*CloseUI: *PageSize',
    '*OpenUI *PageRegion/Page Region: PickOne',
    '*DefaultPageRegion: A4',
    ...each((name, w, h) => `*PageRegion ${name}: "<</PageSize[${w} ${h}]/ImagingBBox null>>setpagedevice"`),
    '*CloseUI: *PageRegion',
    '*DefaultImageableArea: A4',
    ...each((name, w, h) => `*ImageableArea ${name}: "0 0 ${w} ${h}"`),
    '*DefaultPaperDimension: A4',
    ...each((name, w, h) => `*PaperDimension ${name}: "${w} ${h}"`),
    '',
  ].join('\n')
}

/** The printer: keeps what it receives in the folder of its address. CUPS gives id, user, title, copies, options, file. */
const backend = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct keep "Unknown" "Keep"'; exit 0; }
to="\${DEVICE_URI#keep:}"
if [ -n "$6" ]; then cat "$6"; else cat; fi > "$to/$1.part"
printf '%s' "$5" > "$to/$1.options"
mv "$to/$1.part" "$to/$1.job"
`

/** A printer in trouble, by its address: CUPS reads « STATE: » on the error output, and how a job ended in the exit code. */
const troubled = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct trouble "Unknown" "Trouble"'; exit 0; }
reason="\${DEVICE_URI#trouble:/}"
case "$reason" in
  fails) exit 1 ;;
  cancels) exit 5 ;;
  *) echo "STATE: +$reason" >&2; exec sleep 60 ;;
esac
`

/** What the run's own CUPS is called in the environment; a test file alone starts one for itself. */
const shared = { server: 'GUICHET_TEST_CUPS', folder: 'GUICHET_TEST_CUPS_FOLDER' } as const

/** The environment by which tests find a CUPS that is already started. */
export const cupsEnvironment = (
  cups: Cups & { readonly folder: string },
): Readonly<Record<string, string>> => ({
  [shared.server]: cups.server,
  [shared.folder]: cups.folder,
  CUPS_SERVER: cups.server,
})

/** The CUPS of this run of the tests when there is one, else one for the caller alone (a second to start). */
export async function useCups(): Promise<Cups> {
  const server = process.env[shared.server]
  const folder = process.env[shared.folder]
  return server && folder ? { ...access(server, folder), stop: async () => {} } : startCups()
}

/** Starts a CUPS of our own on a free port of 127.0.0.1. Throws a sentence when CUPS is not installed. */
export async function startCups(): Promise<Cups & { readonly folder: string }> {
  const program = find('cupsd')
  if (!program) throw new Trouble('CUPS manque. Sur Debian : sudo apt-get install cups')
  const folder = await mkdtemp(join(tmpdir(), 'guichet-cups-'))
  const port = await freePort()
  const server = `127.0.0.1:${port}`
  await layOut(folder, port)
  const child = spawn(
    program,
    ['-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf'), '-f'],
    {
      stdio: 'ignore',
    },
  )
  child.on('error', () => {})
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill()
      await gone
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answering(server, () => child.exitCode)
    const { addQueue, ...rest } = access(server, folder)
    await addQueue('PDF', `keep:${join(folder, 'out')}`, ['-P', join(folder, 'pdf.ppd')])
    await addQueue('RAW', `keep:${join(folder, 'out')}`, ['-m', 'raw'])
    return { ...rest, folder, stop }
  } catch (problem) {
    const log = await readFile(join(folder, 'log', 'error'), 'utf8').catch(() => '')
    await stop()
    throw new Trouble(`CUPS ne démarre pas (${String(problem)}).\n${log.split('\n').slice(-5).join('\n')}`)
  }
}

function access(server: string, folder: string) {
  const addQueue = async (name: string, uri: string, options: readonly string[], onError = 'retry-job') => {
    const program = find('lpadmin') ?? 'lpadmin'
    const args = [
      '-h',
      server,
      '-p',
      name,
      '-E',
      '-v',
      uri,
      ...options,
      '-o',
      `printer-error-policy=${onError}`,
    ]
    // A cupsd that has just begun sometimes drops its first connections: the same order is given again.
    for (let tries = 1; ; tries++) {
      try {
        await mustRun(program, args, { what: `La déclaration de la file « ${name} »` })
        return
      } catch (trouble) {
        if (tries === 5) throw trouble
        await wait(300)
      }
    }
  }
  return {
    server,
    pdfQueue: 'PDF',
    rawQueue: 'RAW',
    addQueue,
    addRawQueue: (name: string, uri: string, onError?: string) => addQueue(name, uri, ['-m', 'raw'], onError),
    printed: () => readJobs(join(folder, 'out')),
  } as const
}

async function readJobs(out: string): Promise<readonly PrintedJob[]> {
  const ids = (await readdir(out))
    .filter((name) => name.endsWith('.job'))
    .map((name) => Number.parseInt(name, 10))
  return Promise.all(
    ids
      .toSorted((a, b) => a - b)
      .map(async (id) => ({
        id,
        bytes: await readFile(join(out, `${id}.job`)),
        options: await readFile(join(out, `${id}.options`), 'utf8'),
      })),
  )
}

/** Every folder and setting of a CUPS that touches nothing outside `folder`. */
async function layOut(folder: string, port: number): Promise<void> {
  const at = (...path: readonly string[]) => join(folder, ...path)
  for (const path of ['root/ppd', 'cache', 'state', 'spool/tmp', 'log', 'out', 'bin/backend']) {
    await mkdir(at(path), { recursive: true })
  }
  for (const name of await readdir(programs)) {
    if (name !== 'backend') await symlink(join(programs, name), at('bin', name))
  }
  await symlink(join(programs, 'backend', 'socket'), at('bin', 'backend', 'socket'))
  await writeFile(at('bin', 'backend', 'keep'), backend)
  await writeFile(at('bin', 'backend', 'trouble'), troubled)
  // Readable by its owner only: CUPS run by root then runs it as root, so it may write in `out`.
  for (const name of ['keep', 'trouble']) await chmod(at('bin', 'backend', name), 0o700)
  // Under root CUPS works as the user `lp`, which must reach its own folders.
  await chmod(folder, 0o755)
  await writeFile(at('pdf.ppd'), description())
  await writeFile(at('cups-files.conf'), files(at))
  await writeFile(at('cupsd.conf'), settings(port))
}

const files = (at: (...path: readonly string[]) => string): string => `ServerRoot ${at('root')}
ServerBin ${at('bin')}
CacheDir ${at('cache')}
StateDir ${at('state')}
RequestRoot ${at('spool')}
TempDir ${at('spool/tmp')}
AccessLog ${at('log/access')}
ErrorLog ${at('log/error')}
PageLog ${at('log/page')}
SystemGroup root
`

/** Anyone on this machine may do anything with it; a stopped printer is tried again at once. */
const settings = (port: number): string => `Listen 127.0.0.1:${port}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
JobRetryInterval 1
JobRetryLimit 1000
<Location />
  Order deny,allow
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow from 127.0.0.1
  </Limit>
</Policy>
`

async function answering(server: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (exitCode() !== null) throw new Trouble(`cupsd s’est arrêté, code ${exitCode()}`)
    const { code } = await run(find('lpstat') ?? 'lpstat', ['-h', server, '-r'], { limit: 2_000 })
    if (code === 0) return
    await wait(100)
  }
  throw new Trouble('cupsd ne répond pas')
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
