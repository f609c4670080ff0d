import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Form } from '../../ui/Form.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import stack from '../../ui/Stack.module.css'
import { Status } from '../../ui/Status.tsx'
import style from './Law.module.css'
import { packFrom, type PackDraft as Typed, type PackWrong } from './packForm.ts'

const words = law.drafts
const blank: Typed = { from: '', reviewBy: '', issuer: '' }

/** From a draft whose every part is validated to a package of the office. */
export function PackDraft({
  draftId,
  waiting,
  onPackages,
}: {
  readonly draftId: string
  readonly waiting: number
  readonly onPackages: () => void
}) {
  const link = useLink()
  const [typed, setTyped] = useState(blank)
  const [wrong, setWrong] = useState<PackWrong>({})
  const [isPacking, setPacking] = useState(false)
  const [made, setMade] = useState<Output<'drafts.pack'> | null>(null)
  if (waiting > 0)
    return (
      <Group title={words.pack} className={style.group}>
        <p className={style.help}>{words.packWaits(waiting)}</p>
      </Group>
    )
  const pack = async () => {
    const asked = packFrom(typed)
    setWrong('wrong' in asked ? asked.wrong : {})
    if ('wrong' in asked) return
    setPacking(true)
    const result = await link.read('drafts.pack', { draftId, ...asked.input })
    setPacking(false)
    if ('error' in result) say(result.error.message)
    else setMade(result.output)
  }
  const dateField = (name: 'from' | 'reviewBy') => (
    <DateField
      label={words[name]}
      value={dayOrNone(typed[name])}
      error={wrong[name]}
      onChange={(day) => setTyped({ ...typed, [name]: day ?? '' })}
    />
  )
  return (
    <Group title={words.pack} className={style.group}>
      <Form className={stack.between} onSend={pack}>
        <p className={style.help}>{words.packHelp}</p>
        <div className={style.fields}>
          {dateField('from')}
          {dateField('reviewBy')}
          <Field
            label={words.issuer}
            detail={words.issuerHelp}
            maxLength={200}
            value={typed.issuer}
            error={wrong.issuer}
            onChange={(issuer) => setTyped({ ...typed, issuer })}
          />
        </div>
        <Acts apart>
          <Button type="submit" kind={made?.hash == null ? 'primary' : 'plain'} isDisabled={isPacking}>
            {words.doPack}
          </Button>
          <span role="status">
            {isPacking && <span className={lettering.small}>{words.packing}</span>}
            {made?.hash != null && <Status tone="done">{words.packed}</Status>}
          </span>
          {made?.hash != null && (
            <Button kind="primary" onPress={onPackages}>
              {words.goPackages}
            </Button>
          )}
        </Acts>
        {made !== null && made.problems.length > 0 && (
          <div role="alert">
            <p className={lettering.wrong}>{words.problems}</p>
            <ul className={style.bullets}>
              {made.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </Form>
    </Group>
  )
}
