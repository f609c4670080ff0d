import { Button as AriaButton } from 'react-aria-components/Button'
import { useCap } from '../ui/keyboard.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import style from './Serving.module.css'

/** A key that opens something, shown alone at the end of its line; its name is for who can't see the line. */
export const KeyButton = ({
  keyCap,
  label,
  onPress,
  expanded,
}: {
  readonly keyCap: string
  readonly label: string
  readonly onPress: () => void
  readonly expanded?: boolean
}) => (
  <AriaButton
    className={style.iconButton!}
    aria-label={`${label} (${useCap(keyCap)})`}
    {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    onPress={onPress}
  >
    <KeyCap>{keyCap}</KeyCap>
  </AriaButton>
)
