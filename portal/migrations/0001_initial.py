"""All tables of the floor, and the index that PostgreSQL needs to search in title and text at once.

Wagtail has an index for each of the two alone, which a search in both cannot use (see portal.search.postgresql).
"""

import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


MAKE = """
CREATE INDEX IF NOT EXISTS portal_search_title_body
ON wagtailsearch_indexentry USING gin ((title || body))
"""
DROP = "DROP INDEX IF EXISTS portal_search_title_body"


def make_index(apps, schema_editor):
    """Make the index; SQLite's full-text table needs none."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def drop_index(apps, schema_editor):
    """Take the index away again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)

class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailsearch', '0010_add_text_fields'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InformationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
            ],
            options={
                'verbose_name': 'information page',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='LoadedContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('object_id', models.CharField(max_length=64)),
                ('revision_id', models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='SafetyAuditResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finished_at', models.DateTimeField(db_index=True, help_text='When the last address was looked at.')),
                ('base_address', models.CharField(help_text='The address of the running site.', max_length=200)),
                ('pages', models.PositiveIntegerField(help_text='How many addresses were looked at.')),
                ('findings', models.JSONField(default=list, help_text='Each with page, rule, what and hint.')),
            ],
            options={
                'ordering': ['-finished_at'],
                'get_latest_by': 'finished_at',
            },
        ),
        migrations.CreateModel(
            name='AlertBanner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message', wagtail.fields.RichTextField(blank=True, help_text='One or two plain sentences: what has happened, and what to do now. A number can be a link that calls it. Leave empty to show no banner.')),
                ('kind', models.CharField(choices=[('notice', 'Notice: something changed or does not work'), ('emergency', 'Emergency: people must know now')], default='notice', help_text='Sets the look, and the word that screen readers hear first.', max_length=12)),
                ('starts_at', models.DateTimeField(blank=True, help_text='When it goes up. Leave empty for at once.', null=True, verbose_name='from')),
                ('ends_at', models.DateTimeField(blank=True, help_text='When it comes down by itself. You can always move it.', null=True, verbose_name='until')),
                ('section', models.ForeignKey(blank=True, help_text='Show it on this page and all pages below it. Leave empty for the whole site.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'alert banner',
            },
        ),
        migrations.CreateModel(
            name='PortalImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('is_decorative', models.BooleanField(default=False, help_text='Tick if the picture adds nothing that the text does not say. Screen readers then skip it.', verbose_name='decorative')),
                ('credit', models.CharField(blank=True, help_text='Who made it, for example “Drawn for this site”.', max_length=200)),
                ('licence', models.CharField(blank=True, help_text='Under which licence it may be used here.', max_length=200)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('strapline_words', models.CharField(blank=True, help_text='A few single words, separated by commas, shown below the title.', max_length=120, verbose_name='strap line')),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The story, from top to bottom. Choose figures, routes and pages rather than typing them again, so that a correction shows everywhere.')),
                ('hero_picture', models.ForeignKey(blank=True, help_text='A wide, calm, abstract picture. Never a photograph of a child or of a crime.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portal.portalimage')),
            ],
            options={
                'verbose_name': 'home page',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_name', models.CharField(default='Serious and organised crime', help_text='The name in the header and in every browser tab.', max_length=80)),
                ('owner_text', models.TextField(blank=True, help_text='Who runs this site, in one or two sentences. Shown in the footer of every page.')),
                ('corrections_contact', models.EmailField(blank=True, help_text='Where a reader can report a mistake. Shown in the footer if filled in.', max_length=254)),
                ('security_contact', models.EmailField(blank=True, help_text='Where a weakness of the site can be reported. Published in security.txt.', max_length=254)),
                ('said_instead', models.JSONField(blank=True, default=dict, editable=False)),
                ('about_page', models.ForeignKey(blank=True, help_text='Linked from the footer.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page about this site')),
                ('accessibility_page', models.ForeignKey(blank=True, help_text='Linked from the footer.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='accessibility statement')),
                ('alert', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portal.alertbanner')),
                ('help_page', models.ForeignKey(blank=True, help_text='The page that says who to tell. Linked from the top of every page.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='help page')),
                ('leaving_page', models.ForeignKey(blank=True, help_text='Linked beside the way to leave the site.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page about leaving quickly')),
                ('privacy_page', models.ForeignKey(blank=True, help_text='Linked from the footer.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='privacy statement')),
            ],
            options={
                'verbose_name': 'site settings',
            },
        ),
        migrations.CreateModel(
            name='PortalRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='portal.portalimage')),
            ],
            options={
                'indexes': [models.Index(fields=['file'], name='portal_rendition_file')],
                'constraints': [models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='portal_rendition_once')],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.RunPython(make_index, drop_index),
    ]
