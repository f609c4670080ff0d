import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { useCap } from './keyboard.ts'
import style from './FunctionKeys.module.css'

export type FunctionKey = {
  /** « F2 », as the keyboard shows it. */
  readonly key: string
  /** What `useKeys` binds, when it is not the key's own name. */
  readonly code?: string
  readonly label: string
  /** What it would do here, or why it does not apply; one short line. */
  readonly detail?: string | undefined
  readonly onPress: () => void
  /** The key's part of the bar's width, as pixels on the narrowest window: places don't move with what is said in them. */
  readonly share: number
  /** A key that does not apply stays at its place, in plain grey, without its cap. */
  readonly applies: boolean
  readonly primary?: boolean
}

/** Runs of two keys or more, side by side, that don't apply: on a narrow page the ends of each stand for all of it. */
export function idleRuns(keys: readonly FunctionKey[]): readonly (readonly string[])[] {
  const runs: string[][] = []
  let run: string[] = []
  for (const { key, code, applies } of keys) {
    if (applies || code !== undefined) run = []
    else {
      run.push(key)
      if (run.length === 2) runs.push(run)
    }
  }
  return runs
}

const IdleKey = ({ cap }: { readonly cap: string }) => {
  const shown = useCap(cap)
  return <b className={style.key}>{shown} </b>
}

/** The bar of keys: the same keys at the same places whatever happens. */
export function FunctionKeys({
  keys,
  label,
  range,
}: {
  readonly keys: readonly FunctionKey[]
  readonly label: string
  /** « F2 à F5 ». */
  readonly range: (first: string, last: string) => string
}) {
  const runs = idleRuns(keys)
  return (
    <div className={style.room}>
      <div
        className={classes(style.bar, keys.every(({ code }) => code !== undefined) && style.wraps)}
        style={{ gridTemplateColumns: keys.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') }}
        role="toolbar"
        aria-label={label}
      >
        {keys.flatMap(({ key, label: name, detail, onPress, applies, primary = false }) => {
          const run = runs.find((each) => each.includes(key))
          return [
            ...(run?.[0] === key
              ? [
                  <span key={`run ${key}`} aria-hidden className={style.run}>
                    {range(key, run.at(-1) ?? key)}
                  </span>,
                ]
              : []),
            <span key={key} className={classes(style.place, !applies && style.idle, run && style.inRun)}>
              <Button
                {...(applies ? { keyCap: key } : {})}
                isDisabled={!applies}
                kind={primary && applies ? 'primary' : 'plain'}
                onPress={onPress}
                aria-keyshortcuts={key.replace('Ctrl ', 'Control+').replace('Entrée', 'Enter')}
              >
                {!applies && <IdleKey cap={key} />}
                {name}
                {detail !== undefined && <small className={style.detail}>{detail}</small>}
              </Button>
            </span>,
          ]
        })}
      </div>
    </div>
  )
}
