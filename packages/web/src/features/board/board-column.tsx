import { useDroppable } from '@dnd-kit/core'
import { Button } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from './board.tsx'
import classes from './board.module.css'

type Props<Shown extends Card> = {
  id: string
  name: string
  /** How many there are, in words. */
  count: string
  /** What else the head of the column says. */
  sums?: ReactNode
  cards: readonly Shown[]
  children: (card: Shown) => ReactNode
}

/** What is done with adds up over the years; the rest is shown when it is asked for. */
const shownAtFirst = 50

/** One column of a board, into which cards are put. */
export function BoardColumn<Shown extends Card>({ id, name, count, sums, cards, children }: Props<Shown>) {
  const { t } = useTranslation()
  const headingId = useId()
  const { setNodeRef, isOver } = useDroppable({ id })
  const [shown, setShown] = useState(shownAtFirst)
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={isOver || undefined}
      aria-labelledby={headingId}
    >
      <header className={classes.head}>
        <h2 id={headingId} className={classes.heading}>
          {name}
        </h2>
        <span className={classes.count}>{count}</span>
        {sums}
      </header>
      {cards.length === 0 ? (
        <p className={classes.none}>{t('board.noneHere')}</p>
      ) : (
        <ul className={classes.cards}>{cards.slice(0, shown).map(children)}</ul>
      )}
      {cards.length > shown && (
        <Button
          size="compact-sm"
          onClick={() => {
            setShown(shown + shownAtFirst)
          }}
        >
          {t('board.showMore', { count: cards.length - shown })}
        </Button>
      )}
    </section>
  )
}
