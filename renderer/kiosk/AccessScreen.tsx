import { Check, Contrast, MoveDown, Volume2, ZoomIn } from 'lucide-react'
import type { ComponentType } from 'react'
import { declaredCounts } from '../../shared/documents/declared.ts'
import { levelOf } from '../../shared/messages/help/accessibility.fr.ts'
import { accessWays, type Access } from './access.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Choices.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

const icons: Readonly<
  Record<keyof Access, ComponentType<{ readonly 'aria-hidden': true; readonly size: number }>>
> = { spoken: Volume2, contrast: Contrast, large: ZoomIn, low: MoveDown }

/** How the screen is read and reached: several at once, until the person has finished. */
export function AccessScreen() {
  const { access, setAccess, back, go } = useVisit()
  const words = useWords()
  return (
    <Screen
      title={words.accessAsk}
      help={words.accessHelp}
      foot={
        <KioskButton kind="primary" wide onPress={() => back?.()}>
          {words.goOn}
        </KioskButton>
      }
    >
      <div role="group" aria-labelledby="kiosk-question" className={style.list}>
        {accessWays.map((way) => {
          const Icon = access[way] ? Check : icons[way]
          return (
            <KioskButton
              key={way}
              wide
              chosen={access[way]}
              icon={<Icon aria-hidden size={40} />}
              onPress={() => setAccess({ ...access, [way]: !access[way] })}
            >
              {words[way]}
            </KioskButton>
          )
        })}
      </div>
      <KioskButton kind="quiet" className={style.after} onPress={() => go({ at: 'declaration' })}>
        {words.declaration(levelOf(declaredCounts))}
      </KioskButton>
    </Screen>
  )
}
