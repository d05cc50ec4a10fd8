"""All tables of publications, and the full-text index of the documents' pages, which each database keeps in step.

On SQLite three triggers do. Django makes a table anew when it changes a column, and forgets them: a migration that
changes ``DocumentPage`` must run ``drop_index`` before and ``make_index`` after.
"""

import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


TABLE = "publications_documentpage"
FULL_TEXT = f"{TABLE}_fts"
COLUMNS = "text, spellings"
FORGET = (
    f"INSERT INTO {FULL_TEXT}({FULL_TEXT}, rowid, {COLUMNS}) "
    "VALUES ('delete', old.id, old.text, old.spellings);"
)
LEARN = f"INSERT INTO {FULL_TEXT}(rowid, {COLUMNS}) VALUES (new.id, new.text, new.spellings);"
# PostgreSQL would take "<gangs>" for a tag and "drugs/arms" for a path, and the words would not be found.
PLAIN = "translate(text || ' ' || spellings, '<>/&', '    ')"
MAKE = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5({COLUMNS}, content='{TABLE}', content_rowid='id')",
        f"CREATE TRIGGER {FULL_TEXT}_new AFTER INSERT ON {TABLE} BEGIN {LEARN} END",
        f"CREATE TRIGGER {FULL_TEXT}_gone AFTER DELETE ON {TABLE} BEGIN {FORGET} END",
        f"CREATE TRIGGER {FULL_TEXT}_changed AFTER UPDATE ON {TABLE} BEGIN {FORGET} {LEARN} END",
        f"INSERT INTO {FULL_TEXT}({FULL_TEXT}) VALUES ('rebuild')",
    ],
    "postgresql": [
        f"ALTER TABLE {TABLE} ADD COLUMN words tsvector "
        f"GENERATED ALWAYS AS (to_tsvector('english', {PLAIN})) STORED",
        # Not compressed: where a word is on nearly every page, the column itself is read, not the index.
        f"ALTER TABLE {TABLE} ALTER COLUMN words SET STORAGE EXTERNAL",
        f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
    ],
}
DROP = {
    "sqlite": [
        *(f"DROP TRIGGER IF EXISTS {FULL_TEXT}_{name}" for name in ("new", "gone", "changed")),
        f"DROP TABLE IF EXISTS {FULL_TEXT}",
    ],
    "postgresql": [f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS words"],
}


def make_index(apps, schema_editor):
    """Make the index from what the table holds."""
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """Take the index away again."""
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)

class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicationIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
            ],
            options={
                'verbose_name': 'list of publications',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PublicationDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('deleted_at', models.DateTimeField(editable=False, null=True)),
                ('sha256', models.CharField(blank=True, editable=False, max_length=64, verbose_name='SHA-256')),
                ('page_count', models.PositiveIntegerField(editable=False, null=True)),
                ('pdf_version', models.CharField(blank=True, editable=False, max_length=8, verbose_name='PDF version')),
                ('language', models.CharField(blank=True, editable=False, max_length=20)),
                ('pdf_title', models.CharField(blank=True, editable=False, max_length=300, verbose_name='title in the file')),
                ('is_tagged', models.BooleanField(default=False, editable=False)),
                ('has_text', models.BooleanField(default=False, editable=False, verbose_name='has a text layer')),
                ('outline', models.JSONField(blank=True, default=list, editable=False)),
                ('origins', models.JSONField(editable=False, null=True, verbose_name='what the file tells of its making')),
                ('notes', models.JSONField(blank=True, default=list, editable=False)),
                ('cleaned_from', models.CharField(blank=True, editable=False, max_length=64, verbose_name='SHA-256 before cleaning')),
                ('cover', models.FileField(blank=True, editable=False, upload_to='publications', verbose_name='picture of page 1')),
                ('file', models.FileField(upload_to='publications', verbose_name='file')),
                ('is_sample', models.BooleanField(default=False, help_text='Tick if this is not the publication itself but a sample in its place. Readers are told.', verbose_name='stands in for the official file')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('deleted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'permissions': [('choose_document', 'Can choose document')],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CleanedCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('original_sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256 of the original')),
                ('cleaned_sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256 of the copy')),
                ('removed', models.JSONField(default=list, editable=False)),
                ('was_signed', models.BooleanField(default=False, editable=False)),
                ('file', models.FileField(blank=True, editable=False, upload_to='cleaned')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('made_for', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='cleaned_copies', to='publications.publicationdocument')),
            ],
            options={
                'verbose_name_plural': 'cleaned copies',
                'ordering': ['-accepted_at', '-made_at'],
            },
        ),
        migrations.CreateModel(
            name='PublicationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
                ('edition', models.CharField(help_text='The edition, usually a year: “2020”.', max_length=40)),
                ('publisher', models.CharField(help_text='Who published it: “National Crime Agency”.', max_length=120)),
                ('published_on', models.CharField(help_text='When it was published, as exactly as is known.', max_length=60, verbose_name='published')),
                ('official_url', models.URLField(blank=True, help_text="The publisher's own page for it.", verbose_name='official address')),
                ('official_file_note', models.CharField(blank=True, help_text='Type and size of the official file: “PDF, 19.30 MB”.', max_length=60)),
                ('licence', models.CharField(blank=True, help_text='The licence of the file, or that it is not confirmed.', max_length=200)),
                ('cleared_by', models.CharField(blank=True, help_text='Who checked that this site may offer the file, and when. Needed for an official file.', max_length=120)),
                ('accessible_format_contact', wagtail.fields.RichTextField(blank=True, help_text='Whom readers can ask for the publication in another format.')),
                ('later_editions', wagtail.fields.RichTextField(blank=True, help_text='Which later editions exist, and where.')),
                ('document', models.ForeignKey(blank=True, help_text='The PDF. Its type, size and pages are read from the file.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='pages', to='publications.publicationdocument')),
            ],
            options={
                'verbose_name': 'publication',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DocumentVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256')),
                ('file', models.FileField(editable=False, upload_to='publications')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('page_count', models.PositiveIntegerField(editable=False, null=True)),
                ('replaced_at', models.DateTimeField(editable=False)),
                ('document', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='publications.publicationdocument')),
            ],
            options={
                'ordering': ['-replaced_at'],
                'constraints': [models.UniqueConstraint(fields=('document', 'sha256'), name='one_version_for_each_file')],
            },
        ),
        migrations.CreateModel(
            name='DocumentPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(editable=False)),
                ('text', models.TextField(blank=True, editable=False)),
                ('spellings', models.TextField(blank=True, default='', editable=False)),
                ('document', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='page_texts', to='publications.publicationdocument')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='one_text_for_each_page')],
            },
        ),
        migrations.CreateModel(
            name='DownloadCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text='The day in the UK.')),
                ('count', models.PositiveIntegerField(default=0, help_text='Downloads that began on that day.')),
                ('page', models.ForeignKey(help_text='The publication.', on_delete=django.db.models.deletion.CASCADE, related_name='download_counts', to='publications.publicationpage')),
            ],
            options={
                'ordering': ['-day', 'page'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('page', 'day'), name='one_download_count_a_day')],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
