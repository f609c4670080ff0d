import { useState } from 'react'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import style from './Standby.module.css'

type System = keyof typeof words.systems
const systems = (['unix', 'windows'] as const).map((value) => ({ value, title: words.systems[value] }))

/**
 * What is done on the second machine with a token, in the words of its system: the choice is of that machine, which may not
 * be as this one.
 * @param isFirst nobody had a token before: nothing is on that machine yet
 */
export function FollowSteps({
  address,
  token,
  isFirst,
}: {
  readonly address: string
  readonly token: string
  readonly isFirst: boolean
}) {
  const [system, setSystem] = useState<System>('unix')
  const command = words.linkCommand[system](address, token)
  const steps = (isFirst ? words.linkSteps : words.renewSteps)(words.npm[system])
  return (
    <div className={style.follow}>
      <Choice label={words.system} value={system} options={systems} onChange={setSystem} />
      <ol className={style.steps}>
        {steps.map((step, at) => (
          <li key={step}>
            {step}
            {at === steps.length - 2 && (
              <div className={style.follow}>
                <code className={style.command}>{command}</code>
                <CopyButton text={command} words={words} />
                <p>{words.commandIn[system]}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
