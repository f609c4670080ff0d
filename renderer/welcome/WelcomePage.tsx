import { Minus, Plus, Unplug } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Group as AriaGroup } from 'react-aria-components/Group'
import { Input as AriaInput } from 'react-aria-components/Input'
import { NumberField } from 'react-aria-components/NumberField'
import type { Input } from '../../shared/contract/index.ts'
import type { OfficeSettings } from '../../shared/contract/office/settings.ts'
import { serviceSets } from '../../shared/domain/office/defaults.ts'
import { join } from '../../shared/messages/network/join.fr.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { AddressFields, AgentFields } from '../settings/office/AddressFields.tsx'
import { PrinterFields } from '../settings/printing/PrinterFields.tsx'
import { NewSecret } from '../people/NewSecret.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Welcome.module.css'
import {
  countWrong,
  kindOf,
  nothingWrong,
  officeFrom,
  usualForm,
  withAddress,
  withSet,
  type WelcomeForm,
} from './welcomeForm.ts'

const words = settings.welcome

/**
 * The first run: seven settings, filled where they can be, and one act. A refusal loses nothing of what was typed.
 * @param parted why this machine has just left the office that it had joined
 * @param onSchool absent where the page can't open the training office itself: it says how instead
 * @param onJoin absent in a browser, which a link makes a station
 */
export function WelcomePage({
  initial = usualForm,
  parted = null,
  onCreate,
  onSchool,
  onJoin,
}: {
  readonly initial?: WelcomeForm
  readonly parted?: string | null
  readonly onCreate: (input: Input<'office.create'>, secret: string) => Promise<void>
  readonly onSchool?: (() => void) | undefined
  readonly onJoin?: (() => void) | undefined
}) {
  const [form, setForm] = useState(initial)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const page = useRef<HTMLFormElement>(null)
  // After a first try, what is corrected is seen to be so as it is typed.
  const made = officeFrom(form)
  const wrong = tries > 0 && 'wrong' in made ? made.wrong : nothingWrong
  const bad = countWrong(wrong)
  const change = (part: Partial<WelcomeForm>) => setForm((before) => ({ ...before, ...part }))

  const create = async () => {
    setTries(tries + 1)
    if ('wrong' in made || busy) return
    setBusy(true)
    await onCreate(made.input, made.secret)
    setBusy(false)
  }

  // At each try, the first field to correct takes the focus, once its sentence is drawn.
  useEffect(() => {
    if (tries > 0) page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])

  return (
    <Form ref={page} className={style.page} onSend={create}>
      <main className={style.main}>
        {parted !== null && (
          <div className={style.parted}>
            <Banner tone="attention" icon={<Unplug aria-hidden size={20} />}>
              {parted}
            </Banner>
          </div>
        )}
        <h1 className={style.title}>{words.title}</h1>
        <p className={style.help}>{words.help}</p>
        <div className={style.columns}>
          <div>
            <Part at={1} title={kindOf(form.sets).title}>
              <AddressFields
                autoFocus
                draft={form.address}
                wrong={wrong.address}
                onChange={(address) => change({ address: withAddress(form.address, address) })}
              />
            </Part>
            <div className={style.twins}>
              <Part at={2} title={words.hours}>
                <div className={style.hours}>
                  <Field
                    label={words.opens}
                    value={form.opens}
                    isInvalid={wrong.hours !== null}
                    onChange={(opens) => change({ opens })}
                  />
                  <Field
                    label={words.closes}
                    value={form.closes}
                    isInvalid={wrong.hours !== null}
                    onChange={(closes) => change({ closes })}
                  />
                </div>
                {wrong.hours !== null && (
                  <p role="alert" className={lettering.stop}>
                    {wrong.hours}
                  </p>
                )}
                <p className={style.small}>{words.hoursHelp}</p>
              </Part>
              <Part at={3} title={words.counters}>
                <NumberField
                  aria-label={words.counters}
                  minValue={1}
                  maxValue={8}
                  value={form.counters}
                  onChange={(counters) => change({ counters: Number.isNaN(counters) ? 1 : counters })}
                >
                  <AriaGroup className={style.counters!}>
                    <AriaButton slot="decrement" aria-label={words.fewer} className={style.step!}>
                      <Minus aria-hidden size={20} />
                    </AriaButton>
                    <AriaInput className={style.count!} />
                    <AriaButton slot="increment" aria-label={words.more} className={style.step!}>
                      <Plus aria-hidden size={20} />
                    </AriaButton>
                    <span className={style.small}>{words.countersHelp(form.counters)}</span>
                  </AriaGroup>
                </NumberField>
              </Part>
            </div>
            <Part at={4} title={words.you}>
              <AgentFields draft={form.you} wrong={wrong.you} onChange={(you) => change({ you })} />
              <p className={style.small}>{words.youHelp}</p>
            </Part>
          </div>
          <div>
            <Part at={5} title={words.services}>
              <ul role="list" aria-label={words.services} className={style.sets}>
                {serviceSets.map(({ set }) => (
                  <li key={set}>
                    <Checkbox
                      isSelected={form.sets.includes(set)}
                      onChange={(ticked) => change(withSet(form, set, ticked))}
                    >
                      {words.sets[set]}
                    </Checkbox>
                  </li>
                ))}
              </ul>
              <ul role="list" aria-label={words.servicesOpen} className={style.services}>
                {offered(form.sets).map(({ serviceId, name, letter }) => (
                  <li key={serviceId}>
                    <Checkbox
                      isSelected={form.services.includes(serviceId)}
                      onChange={(ticked) =>
                        change({
                          services: ticked
                            ? [...form.services, serviceId]
                            : form.services.filter((other) => other !== serviceId),
                        })
                      }
                    >
                      {name.fr}
                    </Checkbox>
                    <span className={style.letter} role="img" aria-label={words.letter(letter)}>
                      {letter}
                    </span>
                  </li>
                ))}
              </ul>
              {wrong.services !== null && (
                <p role="alert" className={lettering.stop}>
                  {wrong.services}
                </p>
              )}
            </Part>
            <Part at={6} title={words.printer}>
              <PrinterFields
                hiddenLabel
                draft={form.printer}
                wrong={wrong.printer}
                onChange={(printer) => change({ printer })}
              />
            </Part>
            <Part at={7} title={peopleWords.welcome.title}>
              <p className={style.small}>{peopleWords.welcome.help}</p>
              <NewSecret
                phrase
                draft={form.secret}
                name={form.you}
                tried={tries > 0}
                onChange={(secret) => change({ secret })}
              />
            </Part>
          </div>
        </div>
      </main>
      <footer className={style.foot}>
        <Button kind="primary" size="large" type="submit" isDisabled={busy}>
          {busy ? words.creating : kindOf(form.sets).create}
        </Button>
        {bad > 0 && (
          <p role="alert" className={lettering.stop}>
            {words.problems(bad)}
          </p>
        )}
        {onJoin && (
          <Button size="large" onPress={onJoin}>
            {join.offer}
          </Button>
        )}
        <School onSchool={onSchool} />
      </footer>
    </Form>
  )
}

/** The services of the sets that are ticked. */
const offered = (sets: WelcomeForm['sets']): OfficeSettings['services'] =>
  serviceSets.filter(({ set }) => sets.includes(set)).flatMap(({ services }) => [...services])

const Part = ({
  at,
  title,
  children,
}: {
  readonly at: number
  readonly title: string
  readonly children: ReactNode
}) => (
  <section aria-label={title} className={style.part}>
    <div className={style.heading}>
      <span aria-hidden className={style.at}>
        {at}
      </span>
      <h2 className={style.question}>{title}</h2>
    </div>
    {children}
  </section>
)

/** Training data instead: opened by the application, or by the command that a browser can't run. */
function School({ onSchool }: { readonly onSchool: (() => void) | undefined }) {
  const [told, setTold] = useState(false)
  return (
    <>
      <Button size="large" onPress={onSchool ?? (() => setTold(true))}>
        {words.school}
      </Button>
      <p className={style.small} role="status">
        {told ? (
          <>
            {words.schoolInBrowser} <code className={style.command}>{words.schoolCommand}</code>
          </>
        ) : (
          words.schoolHelp
        )}
      </p>
    </>
  )
}
