import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Tag } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { InlineField } from '../../ui/inline-field.tsx'
import { ListHead } from '../../ui/list-head.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { showError } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { Rows } from '../../ui/rows.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { sorted, useSort } from '../../ui/sort.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canEditProjects, canTrackTime } from '../workspaces/permissions.ts'
import { tagsQuery, useCreateTag, useDeleteTag, useRenameTag } from './tags.ts'
import classes from './tags-page.module.css'

export function TagsPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const query = useQuery(tagsQuery(workspace.id))
  return (
    <Page title={t('nav.tags')}>
      {canTrackTime(role) && <NewTagForm workspaceId={workspace.id} />}
      <Loaded query={query}>
        {(tags) =>
          tags.length === 0 ? (
            <EmptyState title={t('tags.empty')} text={t('tags.emptyHint')} />
          ) : (
            <TagList tags={tags} mayRename={canTrackTime(role)} mayDelete={canEditProjects(role)} />
          )
        }
      </Loaded>
    </Page>
  )
}

function NewTagForm({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const create = useCreateTag()
  const form = useForm({ initialValues: { name: '' } })
  return (
    <form
      className={classes.new}
      onSubmit={form.onSubmit(({ name }) => {
        if (!name.trim()) return
        create.mutate(
          { workspace_id: workspaceId, name: name.trim() },
          { onSuccess: form.reset, onError: showError },
        )
      })}
    >
      <TextInput
        className={classes.field}
        aria-label={t('tags.newName')}
        placeholder={t('tags.newName')}
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <Button type="submit" leftSection={<Icon of={IconPlus} />} loading={create.isPending}>
        {t('tags.create')}
      </Button>
    </form>
  )
}

function TagList({ tags, mayRename, mayDelete }: { tags: Tag[]; mayRename: boolean; mayDelete: boolean }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const rename = useRenameTag()
  const remove = useDeleteTag()
  const { sort, sortBy } = useSort<'name'>('name')
  const wanted = search.trim().toLowerCase()
  const fitting = tags.filter(({ name }) => name.toLowerCase().includes(wanted))
  const shown = sorted(fitting, { keys: { name: (tag) => tag.name }, sort })
  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label={t('tags.search')} />
        </div>
        <span className={list.count} role="status">
          {t('tags.count', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 && <EmptyState title={t('tags.noMatch')} />}
      {shown.length > 0 && (
        <ListHead columns={[{ key: 'name', label: t('tags.name') }]} sort={sort} onSort={sortBy} />
      )}
      <Rows rows={shown} keyOf={({ id }) => id}>
        {(tag) => (
          <>
            <InlineField
              label={t('tags.nameOf', tag)}
              text={tag.name}
              parse={(typed) => typed.trim() || undefined}
              onCommit={(name) => {
                rename.mutate({ id: tag.id, name }, { onError: showError })
              }}
              isReadOnly={!mayRename}
            />
            {mayDelete && (
              <IconButton
                icon={IconTrash}
                label={t('tags.deleteNamed', tag)}
                onClick={() => {
                  remove.mutate(tag)
                }}
              />
            )}
          </>
        )}
      </Rows>
    </>
  )
}
