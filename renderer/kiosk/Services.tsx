import { Fragment, use } from 'react'
import { classes } from '../ui/classes.ts'
import { doubtOf, inOrder, minutesOf, motiveKey, type Motive } from './motive.ts'
import { Motives } from './Motives.tsx'
import style from './Motives.module.css'
import { Numbered } from './Numbered.tsx'
import type { Step } from './flow.ts'
import { Pictogram, pictogramsOf } from './pictograms.tsx'
import { givenAmong } from './provisional.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { collections, servicesToAsk, type ServiceChoice } from './service.ts'
import { State } from './State.tsx'
import { useVisit } from './visit.ts'
import { LanguageContext, useWords } from './words.ts'

/** The services, each with what it is for and its wait, then the titles to collect. */
export const Services = ({
  choices,
  motives,
  plain = false,
  onService,
  onMotive,
}: {
  readonly choices: readonly ServiceChoice[]
  readonly motives: readonly Motive[]
  /** Without the wait. */
  readonly plain?: boolean
  readonly onService: (choice: ServiceChoice) => void
  readonly onMotive: (motive: Motive) => void
}) => (
  <Numbered
    answers={[
      ...choices.map((choice) => ({
        key: choice.serviceId,
        icon: <Pictures of={choice} />,
        title: <Said>{choice.name}</Said>,
        help: (
          <>
            <Examples of={choice.requests} />
            {!plain && <ServiceState choice={choice} />}
          </>
        ),
        choose: () => onService(choice),
      })),
      ...collections(motives).map((motive) => ({
        key: motiveKey(motive),
        icon: <Pictogram of={motive} />,
        title: <Said>{motive.title}</Said>,
        help: plain ? undefined : <State motive={motive} />,
        choose: () => onMotive(motive),
      })),
    ]}
  />
)

/** What a service is for, drawn. */
const Pictures = ({ of: choice }: { readonly of: ServiceChoice }) => (
  <span className={style.pictures}>
    {pictogramsOf(choice).map((Icon, at) => (
      <Icon key={Icon.displayName ?? at} aria-hidden size={44} />
    ))}
  </span>
)

/** What a service is for, in a line: its name alone says little to who comes once in ten years. */
function Examples({ of: motives }: { readonly of: readonly Motive[] }) {
  const comma = use(LanguageContext) === 'ar' ? '، ' : ', '
  return (
    <span className={classes(style.wait, style.examples)}>
      {motives.map((motive, at) => (
        <Fragment key={motiveKey(motive)}>
          {at > 0 && comma}
          <Said>{motive.title}</Said>
        </Fragment>
      ))}
    </span>
  )
}

/** Who waits and the wait are the service's: the same for all its motives. */
function ServiceState({ choice: { requests } }: { readonly choice: ServiceChoice }) {
  const words = useWords()
  const [motive] = requests
  return (
    motive && (
      <span className={style.line}>
        <State motive={motive} />
        {minutesOf(motive) && doubtOf(motive) === null && motive.waiting > 0 && (
          <span className={classes(style.wait, style.people)}>{words.peopleWait(motive.waiting)}</span>
        )}
      </span>
    )
  )
}

/** What people come to one service for. */
export function ServiceMotives({ serviceId }: Extract<Step, { at: 'service' }>) {
  const { view, services, go, cut } = useVisit()
  const words = useWords()
  const motives = cut ? givenAmong(view.motives) : view.motives
  const choice = servicesToAsk(motives, services)?.find((one) => one.serviceId === serviceId)
  return (
    <Screen title={choice ? <Said>{choice.name}</Said> : words.choose} help={words.chooseHelp}>
      <Motives
        motives={choice?.requests ?? inOrder(motives)}
        plain={cut}
        onChoose={(motive) => go({ at: 'offer', motive })}
      />
    </Screen>
  )
}
