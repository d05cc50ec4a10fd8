import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('categories', '0002_initial'),
        ('publications', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FigureSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(help_text='The question all its figures answer, in plain words: “How many people in the UK pose a sexual threat to children?”', max_length=200, unique=True)),
                ('note', models.TextField(blank=True, help_text='What readers must know about the whole series, in a sentence or two.')),
            ],
            options={
                'verbose_name': 'series of figures',
                'verbose_name_plural': 'series of figures',
                'ordering': ['question'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='StatisticsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
            ],
            options={
                'verbose_name': 'list of figures',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StatisticPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
                ('comparability', models.CharField(choices=[('same', 'Counted the same way as the one before'), ('break', 'Counted differently from here'), ('unknown', 'We do not know if it was counted the same way')], default='unknown', help_text='Only where the method is known to be the same may a line join the two.', max_length=8, verbose_name='beside the one before')),
                ('break_note', models.CharField(blank=True, help_text='What changed in the counting, in one sentence. Shown to readers.', max_length=250)),
                ('source_name', models.CharField(help_text='Publisher, title and year of the source, as you would cite it.', max_length=250)),
                ('source_edition', models.CharField(blank=True, help_text='Only if the title alone does not tell editions apart: “2020”, “second edition”.', max_length=60, verbose_name='edition of the source')),
                ('source_url', models.URLField(blank=True, help_text="Where the source can be read on its publisher's site.", verbose_name='source address')),
                ('source_page', models.PositiveIntegerField(blank=True, help_text='The page of the file that holds the figure, counted from the first page of the file.', null=True)),
                ('quoted_words', models.TextField(blank=True, help_text="The source's own words around the figure, the value included. They are looked for on that page of the file.")),
                ('state', models.CharField(choices=[('verified', 'Verified'), ('attributed', 'Attributed'), ('unverified', 'Unverified'), ('superseded', 'Superseded'), ('withdrawn', 'Withdrawn')], default='unverified', help_text='How sure the figure is. Shown wherever the figure is shown.', max_length=12)),
                ('state_note', models.CharField(blank=True, help_text='Why it has this state, in one sentence. Shown to readers.', max_length=300)),
                ('seen_by', models.CharField(blank=True, help_text='Who has read the figure in its source, by name. Not shown to readers. “Verified” needs this, or that the words and the value are found in the file of the source.', max_length=120, verbose_name='seen in the source by')),
                ('seen_on', models.DateField(blank=True, help_text='The day on which that person read it there.', null=True, verbose_name='seen on')),
                ('lower_value', models.DecimalField(decimal_places=4, help_text='In full, such as 8300000, or as 8.3 million. For a range, the lower end.', max_digits=20, null=True, verbose_name='value')),
                ('upper_value', models.DecimalField(blank=True, decimal_places=4, help_text='Only for a range: its upper end.', max_digits=20, null=True)),
                ('bound', models.CharField(choices=[('stated', 'As the source states it: it may be rounded'), ('exactly', 'Exactly this value'), ('about', 'About'), ('at_least', 'At least'), ('more_than', 'More than'), ('range', 'A range: from the lower to the upper value')], default='stated', help_text='How the source words the value. A rounded number is as stated, never exact.', max_length=12)),
                ('unit', models.CharField(choices=[('number', 'Number'), ('percent', 'Per cent')], default='number', help_text='A number of things, or a share of them in per cent.', max_length=12)),
                ('thing', models.CharField(choices=[('people', 'People'), ('children', 'Children'), ('accounts', 'Accounts'), ('images', 'Images'), ('offences', 'Offences'), ('investigations', 'Investigations or cases'), ('reports', 'Reports'), ('money', 'Money'), ('other', 'Something else'), ('unclear', 'Not clear from the source')], default='unclear', help_text='People, accounts and images are easily mistaken for each other. Say which it is.', max_length=16, verbose_name='counts')),
                ('counted', models.CharField(help_text='Completes the sentence after the value: “children safeguarded or protected…”. If the value is 1, write it so that it follows “1”.', max_length=250, verbose_name='what is counted')),
                ('kind', models.CharField(choices=[('count', 'Count: things that were counted'), ('estimate', 'Estimate: worked out from data by a method'), ('assessment', 'Intelligence assessment: a judgement')], default='count', help_text='How the value came about.', max_length=12)),
                ('likelihood', models.CharField(blank=True, choices=[('remote', 'Remote chance (0 to 5%)'), ('highly_unlikely', 'Highly unlikely (10 to 20%)'), ('unlikely', 'Unlikely (25 to 35%)'), ('realistic', 'Realistic possibility (40 to 50%)'), ('likely', 'Likely (55 to 75%)'), ('highly_likely', 'Highly likely (80 to 90%)'), ('almost_certain', 'Almost certain (95 to 100%)')], help_text="Only for an intelligence assessment: the source's own word for how likely it is.", max_length=16)),
                ('period', models.CharField(help_text='The time it covers, in words: “year ending September 2019”.', max_length=120)),
                ('year', models.PositiveSmallIntegerField(blank=True, help_text='The last year of the period, for sorting: 2019. Left empty, it is read from the period.', null=True)),
                ('area', models.CharField(help_text='The place it covers: “UK”, or “Area not stated in the source”.', max_length=120)),
                ('does_not_mean', wagtail.fields.RichTextField(blank=True, help_text='The mistake readers make most: “Images, not children.”', verbose_name='what this does not mean')),
                ('correction', models.TextField(blank=True, help_text='Needed when you change the value, unit or period of a published figure: what was wrong, and what is right now. It is shown with the figure for ever, with its date, and goes into a feed.')),
                ('category', models.ForeignKey(blank=True, help_text='The category whose page shows this figure. Empty for all serious and organised crime.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statistics', to='categories.categorypage')),
                ('publication', models.ForeignKey(blank=True, help_text='The publication on this site that holds the figure, if any.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statistics', to='publications.publicationpage')),
                ('series', models.ForeignKey(blank=True, help_text='The question that this figure and others answer for different years. Shown as a table and a chart.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='figures', to='statistics.figureseries')),
                ('superseded_by', models.ForeignKey(blank=True, help_text='The newer figure. Needed if the state is “Superseded”.', null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='supersedes', to='statistics.statisticpage')),
            ],
            options={
                'verbose_name': 'figure',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='FigureRelation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('part_of', 'is part of'), ('overlaps', 'overlaps with'), ('same_question', 'answers the same question as'), ('not_comparable', 'cannot be compared with')], help_text='Read it as a sentence: this figure … the other one.', max_length=20)),
                ('note', models.CharField(blank=True, help_text='Why, in one sentence. Shown to readers.', max_length=250)),
                ('figure', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='figure_relations', to='statistics.statisticpage')),
                ('other', models.ForeignKey(help_text='The other figure. The relation then shows on its page too.', on_delete=django.db.models.deletion.CASCADE, related_name='relations_to', to='statistics.statisticpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('result', models.CharField(choices=[('found', 'Found: the words and the value stand on that page'), ('words_not_found', 'Not found: the quoted words do not stand on that page'), ('value_not_found', 'Not found: the value does not stand on that page'), ('out_of_range', 'Page out of range: the file has no such page'), ('no_text', 'No text layer: nothing can be read on that page of the file'), ('nothing_to_find', 'Not checked: the page or the quoted words are not given'), ('sample', 'Not checked: the held file is a sample, so it is no evidence'), ('not_held', "Not checked: this site does not hold the source's file")], editable=False, max_length=16)),
                ('fingerprint', models.CharField(editable=False, max_length=64)),
                ('since', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('accepted_on', models.DateField(editable=False, null=True)),
                ('accepted_note', models.TextField(blank=True, help_text='How you made sure that the figure is right, although it was not found: “The page is a picture; I read it there.”', max_length=500)),
                ('accepted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('figure', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='evidence_check', to='statistics.statisticpage')),
            ],
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_on', models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ('words', models.TextField(editable=False)),
                ('was', models.CharField(blank=True, editable=False, max_length=500)),
                ('now', models.CharField(blank=True, editable=False, max_length=500)),
                ('figure', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='statistics.statisticpage')),
            ],
            options={
                'ordering': ['-made_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='FigureVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(editable=False)),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('state_since', models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ('said', models.JSONField(editable=False)),
                ('figure', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='statistics.statisticpage')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('figure', 'number'), name='one_version_of_a_number')],
            },
        ),
    ]
