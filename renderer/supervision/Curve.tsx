import { later } from '../ui/later.tsx'
import style from './Curve.module.css'
import type { Drawn } from './CurveDrawing.tsx'

/** What draws is read once a curve is shown: the table beside it is there before. */
const CurveDrawing = later(async () => (await import('./CurveDrawing.tsx')).CurveDrawing)

/** In CSS pixels: kept for the drawing before it is read, so that nothing moves. */
const height = 240

/** The picture of a curve, at its place. */
export function Curve({
  label,
  ...drawn
}: Omit<Drawn, 'height'> & {
  /** What the picture is, for who does not see it. */
  readonly label: string
}) {
  return (
    <div className={style.curve} role="img" aria-label={label}>
      <div style={{ height }}>
        <CurveDrawing {...drawn} height={height} />
      </div>
    </div>
  )
}
