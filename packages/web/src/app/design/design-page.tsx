import { Button, Checkbox, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { BudgetBar } from '../../features/rates/budget-bar.tsx'
import { BillingIcon } from '../../features/timer/billing-icon.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ListHead } from '../../ui/list-head.tsx'
import list from '../../ui/list.module.css'
import { showNotice } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Section } from '../../ui/section.tsx'
import { sorted, useSort } from '../../ui/sort.ts'
import classes from './design-page.module.css'
import { Colours, Lengths, TypeSizes } from './swatches.tsx'

/** Every token and every shared part of the app. A screen is made of these and of nothing else. */
export function DesignPage() {
  return (
    <Page title="Design" actions={<DensitySwitch />}>
      <Section title="Colours">
        <Colours />
      </Section>
      <Section title="Type: 400 and 600, line height 1.45, figures of one width">
        <TypeSizes />
      </Section>
      <Section title="Space and heights, in steps of four">
        <Lengths />
      </Section>
      <Section title="Buttons: a verb and its noun; one filled one on a page">
        <Buttons />
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="A list: search, count, columns to sort by, rows for the arrow keys">
        <SampleList />
      </Section>
      <Section title="While it loads, when it is empty, when it cannot be had">
        <RowsSkeleton count={2} />
        <div className={classes.pair}>
          <EmptyState
            title="No projects yet"
            text="Time can stand on its own. A project brings it together."
            action={<Button leftSection={<Icon of={IconPlus} />}>New project</Button>}
          />
          <ErrorState error={new Error('The server does not answer.')} onRetry={() => undefined} />
        </div>
      </Section>
      <Section title="Meaning is never colour alone">
        <div className={classes.line}>
          <BillingIcon status="billable" />
          <BillingIcon status="billed" />
          <BillingIcon status="not_billable" />
          <div className={classes.bar}>
            <BudgetBar budget={{ percent: 79, state: 'fine' }} alertPercent={80} label="Budget" />
          </div>
          <div className={classes.bar}>
            <BudgetBar budget={{ percent: 102, state: 'over' }} alertPercent={80} label="Budget, overdrawn" />
          </div>
        </div>
      </Section>
      <Section title="What floats">
        <Floating />
      </Section>
    </Page>
  )
}

function DensitySwitch() {
  return (
    <SegmentedControl
      aria-label="Density"
      data={['comfortable', 'compact']}
      onChange={(density) => {
        document.documentElement.dataset['density'] = density
      }}
    />
  )
}

function Buttons() {
  return (
    <div className={classes.line}>
      <Button variant="filled">Start timer</Button>
      <Button leftSection={<Icon of={IconPlus} />}>New project</Button>
      <Button variant="subtle">Copy last week</Button>
      <Button variant="filled" color="danger">
        Delete project
      </Button>
      <Button disabled>Save changes</Button>
      <Button loading>Save changes</Button>
      <IconButton icon={IconTrash} label="Delete Shop" />
    </div>
  )
}

function Fields() {
  return (
    <div className={classes.fields}>
      <TextInput label="Name" placeholder="Website" />
      <TextInput label="E-mail" defaultValue="ada@" error="Write an address such as ada@example.com." />
      <Select
        label="Role"
        data={['Manager', 'Member']}
        defaultValue="Member"
        description="What they may do."
      />
      <CopyField label="Address" value="http://localhost:3000/timing/api/v1" />
      <Checkbox label="Billable" defaultChecked />
      <Switch label="Show archived" />
      <FormError error={new Error('This name is taken.')} />
    </div>
  )
}

const samples = [
  { name: 'Website', hours: 12 },
  { name: 'An unusually long name that has to give way to what stands beside it', hours: 3 },
  { name: 'Retainer', hours: 40 },
]

function SampleList() {
  const [search, setSearch] = useState('')
  const { sort, sortBy } = useSort<'name' | 'hours'>('name')
  const keys = {
    name: (row: (typeof samples)[0]) => row.name,
    hours: (row: (typeof samples)[0]) => row.hours,
  }
  const shown = sorted(
    samples.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())),
    { keys, sort },
  )
  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label="Search projects" />
        </div>
        <span className={list.count}>{shown.length} projects</span>
      </div>
      <ListHead
        columns={[
          { key: 'name', label: 'Name', className: classes.grow },
          { key: 'hours', label: 'Hours', isEnd: true },
        ]}
        sort={sort}
        onSort={sortBy}
        after={<span className={classes.menu} />}
      />
      <ul data-rows className={list.rows}>
        {shown.map(({ name, hours }) => (
          <li key={name} className={list.row}>
            <a href="#content" className={list.name}>
              <span className={list.text}>{name}</span>
            </a>
            <span>{hours}:00</span>
            <IconButton icon={IconDots} label={`Actions for ${name}`} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Floating() {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.line}>
      <Button
        onClick={() => {
          setOpen(true)
        }}
      >
        Open a dialog
      </Button>
      <Button
        onClick={() => {
          showNotice({ message: 'Saved.' })
        }}
      >
        Show a notice
      </Button>
      {isOpen && (
        <Dialog
          title="Delete project"
          isSmall
          onClose={() => {
            setOpen(false)
          }}
        >
          <p>Its entries stay, without a project.</p>
          <FormActions
            submit="Delete project"
            isBusy={false}
            onCancel={() => {
              setOpen(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}
