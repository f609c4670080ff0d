import { ChevronRight, Pause, Play } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { display as words } from '../../shared/messages/queue/display.fr.ts'
import style from './Display.module.css'
import { stay } from './strip.ts'

/** What turns in the room, and how whoever stands at the display holds it. */
export interface Pace {
  /** The instant whose leaf is shown, in milliseconds: the present, unless it is held. */
  readonly at: number
  readonly held: boolean
  readonly stop: () => void
  readonly resume: () => void
  readonly next: () => void
}

/**
 * What turns stops, goes on and is leafed through by hand (RGAA 13.8, WCAG 2.2.2): as the display is set, until somebody
 * at this page chooses.
 * @param now milliseconds
 * @param still it is set to stand at the first leaf
 */
export function usePace(now: number, still: boolean): Pace {
  const [chosen, setChosen] = useState<number | 'turning' | null>(null)
  const held = chosen === null ? still : chosen !== 'turning'
  const at = !held ? now : typeof chosen === 'number' ? chosen : 0
  return {
    at,
    held,
    stop: () => setChosen(at),
    resume: () => setChosen('turning'),
    next: () => setChosen(at + stay),
  }
}

/** The keys of what turns, in the foot. */
export const Pace = ({ pace: { held, stop, resume, next } }: { readonly pace: Pace }) => (
  <>
    <Key name={held ? words.resume : words.stop} onPress={held ? resume : stop}>
      {held ? <Play aria-hidden /> : <Pause aria-hidden />}
    </Key>
    {held && (
      <Key name={words.next} onPress={next}>
        <ChevronRight aria-hidden />
      </Key>
    )}
  </>
)

const Key = ({
  name,
  onPress,
  children,
}: {
  readonly name: string
  readonly onPress: () => void
  readonly children: ReactNode
}) => (
  <Button className={style.pace!} aria-label={name} onPress={onPress}>
    {children}
  </Button>
)
