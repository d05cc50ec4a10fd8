import django.db.models.deletion
import modelsearch.index
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CategoryGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The official name of the group.', max_length=120, unique=True)),
                ('slug', models.SlugField(help_text='A short name for links inside the site.', unique=True)),
                ('summary', models.CharField(blank=True, help_text='What joins its categories, in a sentence.', max_length=250)),
                ('drawing', models.CharField(blank=True, choices=[('vulnerable', 'A heart with a padlock'), ('communities', 'Clasped hands'), ('economy', 'Banknote lines')], help_text='The small drawing beside its name.', max_length=20)),
                ('sort_order', models.PositiveSmallIntegerField(default=0, editable=False)),
            ],
            options={
                'ordering': ['sort_order', 'name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CategoryIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
            ],
            options={
                'verbose_name': 'list of categories',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CategoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
                ('covers', wagtail.fields.RichTextField(blank=True, help_text='What the term covers, calmly and without detail of how crimes are done.')),
                ('technology', wagtail.fields.RichTextField(blank=True, help_text='How technology is used in it: name things, never methods.')),
                ('who_is_harmed', wagtail.fields.RichTextField(blank=True, help_text="Who is harmed, and how it reaches other people's lives.")),
                ('what_you_can_do', wagtail.fields.RichTextField(blank=True, help_text='What a reader can do, in short sentences.')),
            ],
            options={
                'verbose_name': 'category',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CategoryRelation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
