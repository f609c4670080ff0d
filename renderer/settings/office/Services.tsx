import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import type { ServiceIdentity } from '../../../shared/contract/office/services.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { looksLike, pictogramsOf, type Drawn } from '../../../shared/domain/media/pictograms.ts'
import { listIn } from '../../../shared/messages/format/inLocale.ts'
import { languageNames } from '../../../shared/messages/format/languageNames.fr.ts'
import { usualPictogram } from '../../../shared/procedures/pictograms.ts'
import { servicesWords as words } from '../../../shared/messages/office/services.fr.ts'
import { Choices } from '../../ui/Choice.tsx'
import { useCommand, useView } from '../../link/hooks.ts'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Twice } from '../../ui/Twice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { EditedRows } from '../../ui/EditedRows.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { titled } from '../../ui/titled.ts'
import style from '../Settings.module.css'
import { PictogramChoice, Pictures } from '../media/PictogramChoice.tsx'
import {
  ownProcedures,
  serviceDraft,
  serviceFrom,
  withPictogram,
  withProcedures,
  type ServiceWrong,
} from './services.ts'
import type { Section } from '../sections.ts'

const texts = words.services
const list = listIn('fr')

/** The services with their letters and what they receive for; those that were withdrawn can come back. */
export function Services({
  services,
  former,
  agents,
  onGo,
}: {
  readonly services: readonly Service[]
  readonly former: readonly ServiceIdentity[]
  readonly agents: Output<'settings.view'>['agents']
  readonly onGo: (section: Section) => void
}) {
  const set = useCommand('service.set')
  const withdraw = useCommand('service.withdraw')
  const law = useView('law.procedures', {})
  const titles = new Map(law?.procedures.map(({ procedureId, title }) => [procedureId, title.fr]))
  const known = new Set<string>([...services, ...former].map(({ serviceId }) => serviceId))
  return (
    <Group title={texts.title}>
      <EditedRows
        label={texts.title}
        things={services}
        idOf={({ serviceId }) => serviceId}
        add={texts.add}
        form={(service, done) => (
          <EditService
            service={service}
            others={services.filter((other) => other !== service)}
            known={known}
            titles={titles}
            onCancel={done}
            onSet={async (identity) => {
              if ('output' in (await set(identity))) done()
            }}
          />
        )}
        line={(service, edit) => (
          <Row wraps>
            <About least={160}>
              <Pictures of={pictogramsOf(service)} />{' '}
              <span className={lettering.strong}>{service.name.fr}</span>
              <span className={style.small}>, {texts.letterOf(service.letter)}</span>
              <br />
              <span className={style.small}>
                {list(service.procedures.map((id) => titles.get(id) ?? id)) || texts.none}
              </span>
              <LooksLike service={service} others={services.filter((other) => other !== service)} />
              {!agents.some((agent) => agent.services.includes(service.serviceId)) && (
                <span className={style.lacks}>
                  {texts.nobody}{' '}
                  <Button kind="quiet" size="dense" onPress={() => onGo('agents')}>
                    {texts.giveAgents}
                  </Button>
                </span>
              )}
            </About>
            <ChangedOrWithdrawn
              name={service.name.fr}
              onChange={edit}
              onWithdraw={() => void withdraw({ serviceId: service.serviceId })}
            />
          </Row>
        )}
      />
      <Former
        things={former.map((service) => ({
          id: service.serviceId,
          name: service.name.fr,
          onBack: () => void set(service),
        }))}
      />
    </Group>
  )
}

/** What is done to one service or counter by its name. */
export const ChangedOrWithdrawn = ({
  name,
  onChange,
  onWithdraw,
}: {
  readonly name: string
  readonly onChange: () => void
  readonly onWithdraw: () => void
}) => (
  <span className={style.acts}>
    <Button size="dense" aria-label={words.changeFor(name)} onPress={onChange}>
      {words.change}
    </Button>
    <Twice
      kind="quiet"
      size="dense"
      label={words.withdraw}
      name={words.withdrawFor(name)}
      confirm={words.withdrawSure}
      onAct={onWithdraw}
    />
  </span>
)

/** What was withdrawn and may come back, with its act. */
export function Former({
  things,
}: {
  readonly things: readonly { readonly id: string; readonly name: string; readonly onBack: () => void }[]
}) {
  if (things.length === 0) return null
  return (
    <>
      <p className={lettering.label}>{words.former}</p>
      <Rows label={words.former}>
        {things.map(({ id, name, onBack }) => (
          <Row key={id} wraps>
            <About least={160}>{name}</About>
            <Button size="dense" aria-label={words.backFor(name)} onPress={onBack}>
              {words.back}
            </Button>
          </Row>
        ))}
      </Rows>
    </>
  )
}

/** The other services that are drawn alike, said without forbidding anything. */
function LooksLike({ service, others }: { readonly service: Drawn; readonly others: readonly Service[] }) {
  const alike = looksLike(service, others)
  if (alike.length === 0) return null
  return <span className={style.lacks}>{texts.looksLike(list(alike.map(({ name }) => name.fr)))}</span>
}

function EditService({
  service,
  others,
  known,
  titles,
  onSet,
  onCancel,
}: {
  readonly service: Service | null
  /** The services that receive besides it. */
  readonly others: readonly Service[]
  readonly known: ReadonlySet<string>
  readonly titles: ReadonlyMap<Service['procedures'][number], string>
  readonly onSet: (service: ServiceIdentity) => Promise<void>
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState(() =>
    serviceDraft(
      service,
      others.map(({ letter }) => letter),
    ),
  )
  const [wrong, setWrong] = useState<ServiceWrong>({})
  const of = fieldsOf(draft, (part) => setDraft({ ...draft, ...part }), wrong)
  const drawn = { ...draft, procedures: [...draft.procedures] }
  return (
    <OpenedForm
      act={words.save}
      cancel={words.cancel}
      narrow
      onCancel={onCancel}
      onSend={() => {
        const made = serviceFrom(draft, service?.serviceId ?? null, known)
        setWrong('wrong' in made ? made.wrong : {})
        if ('service' in made) void onSet(made.service)
      }}
    >
      <div className={style.pair}>
        <Field label={words.name} startsFocused {...of('name')} maxLength={80} />
        <Field label={texts.letter} {...of('letter')} maxLength={1} />
      </div>
      <p className={lettering.label}>{texts.others}</p>
      <div className={style.pair}>
        {otherLanguages.map((language) => (
          <Field
            key={language}
            label={titled(languageNames[language])}
            value={draft.others[language]}
            maxLength={80}
            onChange={(text) => setDraft({ ...draft, others: { ...draft.others, [language]: text } })}
          />
        ))}
      </div>
      <p className={lettering.label}>{texts.procedures}</p>
      <Choices
        label={texts.procedures}
        values={draft.procedures}
        options={[...titles].map(([value, title]) => ({ value, title }))}
        onChange={(procedures) => setDraft(withProcedures(draft, procedures))}
      />
      <PictogramChoice
        label={texts.picture}
        value={draft.pictogram}
        shown={pictogramsOf({ ...drawn, pictogram: null })}
        usualName={texts.pictureUsual}
        onChange={(pictogram) => setDraft({ ...draft, pictogram })}
      />
      <LooksLike service={drawn} others={others} />
      {ownProcedures(draft).map((id) => (
        <PictogramChoice
          key={id}
          label={texts.pictureOf(titles.get(id) ?? id)}
          value={draft.procedurePictograms.find(({ procedureId }) => procedureId === id)?.pictogram ?? null}
          shown={[draft.pictogram ?? usualPictogram]}
          usualName={texts.pictureOfService}
          onChange={(pictogram) => setDraft(withPictogram(draft, id, pictogram))}
        />
      ))}
    </OpenedForm>
  )
}
