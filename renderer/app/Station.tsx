import { CloudOff } from 'lucide-react'
import { createElement, Fragment, lazy, Suspense, use, useEffect, type ReactNode } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import { agentKept } from '../link/place.ts'
import { Banner, SchoolBand } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Notices } from '../ui/Notices.tsx'
import { rights } from '../../shared/contract/people/calls.ts'
import { Safety } from '../safety/Safety.tsx'
import { LessonFrame } from '../training/LessonFrame.tsx'
import { AtStation } from '../people/AtStation.tsx'
import { useDrawnAsChosen, useHeardAsChosen } from '../people/preferences.ts'
import { PresenceContext } from '../people/presence.ts'
import { useAgentTold } from '../link/agentHere.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Message } from '../ui/Message.tsx'
import { OfficeContext, officeUnknown, useOffice, type OfficeOnPage } from '../link/office.ts'
import { usePage } from './pages.ts'
import { pages, type Page as PageName } from '../../shared/contract/stations.ts'
import style from './Station.module.css'
import { WhoAreYou } from './WhoAreYou.tsx'

/** A station's frame: the training band, the host's absence, the notices; inside, the page, loaded when asked. */
export function Station({ station }: { readonly station: PageName }) {
  const role = useLinkState((link) => link.role)
  const state = useLinkState((link) => link.state)
  const name = appWords.stationNames[station]
  // A kiosk that starts while its host does not answer works from what it kept of the last view.
  if (role === null)
    return (
      <Frame station={station} office={officeUnknown}>
        {station === 'kiosk' && state === 'away' ? <Page station={station} /> : undefined}
      </Frame>
    )
  const WithOffice = role === 'display' ? ForDisplay : ForOthers
  return (
    <WithOffice>
      {(office) =>
        // Nothing is shown before the office is known: a page says its hour and whether it is a training one.
        office === null ? (
          <Frame station={station} office={officeUnknown} />
        ) : (
          <Frame station={station} office={office}>
            <title>{appWords.title(name, office.name)}</title>
            <SignInGate station={station}>
              <Page station={station} />
            </SignInGate>
          </Frame>
        )
      }
    </WithOffice>
  )
}

type WithOfficeProps = { readonly children: (office: OfficeOnPage | null) => ReactNode }

function ForOthers({ children }: WithOfficeProps) {
  const office = useView('office.view', {}) ?? null
  // A training site that starts again is another office: the page is drawn anew, without the one before.
  return <Fragment key={office?.school ? office.officeId : null}>{children(office)}</Fragment>
}

/** The display is told numbers and counters only. */
function ForDisplay({ children }: WithOfficeProps) {
  const display = useView('display.view', {})
  return children(display ? { name: display.officeName, zone: display.zone, school: display.school } : null)
}

function Frame({
  station,
  office,
  children,
}: {
  readonly station: PageName
  readonly office: OfficeOnPage
  readonly children?: ReactNode
}) {
  const state = useLinkState((link) => link.state)
  useEffect(() => {
    document.documentElement.dataset['station'] = station
  }, [station])
  return (
    <OfficeContext value={office}>
      <div className={style.page}>
        {office.school && !pages[station].thin && <SchoolBand>{appWords.school}</SchoolBand>}
        {/* The kiosk has a screen of its own for it, in the person's language; the bar has no room above it. */}
        {state === 'away' && station !== 'kiosk' && !pages[station].thin && (
          <Banner tone="attention" icon={<CloudOff aria-hidden size={20} />}>
            {pages[station].public ? appWords.awayPublic : appWords.away}
          </Banner>
        )}
        <div className={style.station}>
          <Content station={station} state={state}>
            {children}
          </Content>
        </div>
        {!pages[station].public && !pages[station].noticesInPlace && <Notices dismiss={appWords.dismiss} />}
      </div>
    </OfficeContext>
  )
}

function Content({
  station,
  state,
  children,
}: {
  readonly station: PageName
  readonly state: string
  readonly children: ReactNode
}) {
  if (state === 'refused') return <Refused station={station} />
  return children ?? <Message title={appWords.connecting} />
}

/** Loaded by a kiosk alone: the other stations load nothing of the kiosk's languages. */
const OutOfService = lazy(() => import('../kiosk/OutOfService.tsx'))
const KioskOut = () => (
  <Suspense>
    <OutOfService />
  </Suspense>
)

/** The host refused the station: its sentence, and the two acts that can help, to ask again or as another agent. */
function Refused({ station }: { readonly station: PageName }) {
  const link = useLink()
  const refused = useLinkState((state) => state.refused)
  const agentId = useLinkState((state) => state.agentId)
  // The agent remembered is of another office (the training one, or back from it): the question is asked again.
  const stranger = agentId !== null && refused?.code === 'unauthorized'
  useEffect(() => {
    if (!stranger) return
    agentKept.write(null)
    link.become(null)
  }, [stranger, link])
  if (stranger) return <Message title={appWords.connecting} />
  return (
    <Message
      title={appWords.refusedTitle}
      text={refused?.message ?? ''}
      {...(station === 'kiosk' ? { before: <KioskOut /> } : {})}
    >
      <Button kind="primary" onPress={() => link.become(agentId)}>
        {appWords.again}
      </Button>
      {agentId !== null && (
        <Button
          onPress={() => {
            agentKept.write(null)
            link.become(null)
          }}
        >
          {appWords.otherAgent}
        </Button>
      )}
    </Message>
  )
}

/** Asks who is there before the page is shown, on stations that an agent or a manager holds. */
function SignInGate({ station, children }: { readonly station: PageName; readonly children: ReactNode }) {
  const role = useLinkState((link) => link.role)
  const right = rights.find((each) => each === role)
  if (right === undefined) return children
  return (
    <AtStation right={right} thin={pages[station].thin === true}>
      {children}
    </AtStation>
  )
}

function Page({ station }: { readonly station: PageName }) {
  const role = useLinkState((link) => link.role)
  const agentId = useLinkState((link) => link.agentId)
  useAgentTold(station === 'counter')
  useDrawnAsChosen()
  useHeardAsChosen()
  const signedIn = use(PresenceContext) !== undefined
  if (role === 'agent' && agentId === null && !signedIn && pages[station].heldByAgent) return <WhoAreYou />
  return (
    <Boundary name={appWords.stationNames[station]}>
      {pages[station].safety ? (
        <Safety>
          <Training station={station}>
            <StationPage station={station} />
          </Training>
        </Safety>
      ) : (
        <StationPage station={station} />
      )}
    </Boundary>
  )
}

/** The counter of a training site has its guided day beside it. */
function Training({ station, children }: { readonly station: PageName; readonly children: ReactNode }) {
  const { school } = useOffice()
  return school && station === 'counter' ? <LessonFrame>{children}</LessonFrame> : children
}

function StationPage({ station }: { readonly station: PageName }) {
  const page = usePage(station)
  return page === null ? <Message title={appWords.loading} /> : createElement(page)
}
