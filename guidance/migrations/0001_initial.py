import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('categories', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidanceIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
            ],
            options={
                'verbose_name': 'list of guidance',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='GuidancePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(help_text='One or two plain sentences that say what the page is for. Shown under the title, in lists, in search results and to search engines. At most 300 characters.', max_length=300)),
                ('content_note', models.CharField(blank=True, help_text='Only for pages with hard material: what it is, in one plain sentence. Shown first, with the time it takes to read and the ways past it. Leave empty on all other pages.', max_length=250)),
                ('body', wagtail.fields.StreamField([], blank=True, help_text='The text of the page. Start each part with a heading; three or more headings make an “On this page” list.')),
                ('points_kind', models.CharField(blank=True, choices=[('actions', 'Actions: things to do'), ('signs', 'Signs: things to notice'), ('checklist', 'Checklist: questions to ask yourself')], help_text='What the points are. A sign is not an action: do not mix them.', max_length=12, verbose_name='kind of points')),
                ('points_heading', models.CharField(blank=True, help_text='Shown above the points.', max_length=120, verbose_name='heading of the points')),
                ('points', wagtail.fields.StreamField([], blank=True, help_text='One point for each action, sign or question.')),
                ('points_note', wagtail.fields.RichTextField(blank=True, help_text='What readers must know with the points: “A sign is not proof.”', verbose_name='note below the points')),
            ],
            options={
                'verbose_name': 'guidance page',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='HelpRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('checked_on', models.DateField(blank=True, help_text='When somebody last made sure that all of this is right. Emptied when a contact changes.', null=True)),
                ('checked_by', models.CharField(blank=True, help_text='Who checked it: a name or a role. Shown to staff only.', max_length=120)),
                ('evidence_url', models.URLField(blank=True, help_text="The service's own page that says so. Shown to staff only.", verbose_name='evidence')),
                ('check_every_days', models.PositiveSmallIntegerField(default=90, help_text='After so many days visitors read that it was not checked lately.', verbose_name='check every … days')),
                ('grace_days', models.PositiveSmallIntegerField(default=30, help_text='After so many days more the numbers and addresses are withdrawn; the official site stays.', verbose_name='days of grace')),
                ('check_note', models.CharField(blank=True, help_text='What still needs checking. Shown to staff.', max_length=200)),
                ('checked_contacts', models.JSONField(blank=True, default=dict, editable=False)),
                ('unchecked_since', models.DateField(blank=True, editable=False, null=True)),
                ('phone', models.CharField(blank=True, help_text='As the service writes it: 0808 800 5000. Kept as +44 808 800 5000.', max_length=24)),
                ('text_number', models.CharField(blank=True, help_text='A number for text messages, for example 7726.', max_length=24)),
                ('is_abroad', models.BooleanField(default=False, help_text='Tick only for a service outside the UK. All other numbers must be of the UK.', verbose_name='its numbers are abroad')),
                ('email', models.EmailField(blank=True, help_text='An address visitors can write to.', max_length=254)),
                ('website_url', models.URLField(blank=True, help_text="The service's official site. Begins with https://. It stays when a check is overdue.", verbose_name='web address')),
                ('website_label', models.CharField(blank=True, help_text='The words of the link: “Report at ceop.police.uk”.', max_length=120)),
                ('form_url', models.URLField(blank=True, help_text='A form of theirs, if it is not on the web address above.', verbose_name='online form')),
                ('chat_url', models.URLField(blank=True, help_text='A chat of theirs, if it is not on the web address above.', verbose_name='online chat')),
                ('must_give_name', models.CharField(choices=[('unknown', 'We do not know'), ('yes', 'Yes'), ('no', 'No')], default='unknown', help_text='Choose only what was checked.', max_length=8, verbose_name='must a visitor give a name?')),
                ('anonymity', models.CharField(choices=[('unknown', 'We do not know'), ('anonymous', 'Anonymous'), ('confidential', 'Confidential'), ('neither', 'Not anonymous')], default='unknown', help_text='Anonymous and confidential are not the same. Choose only what was checked.', max_length=16)),
                ('when_passed_on', models.CharField(blank=True, help_text="When they must tell somebody else, in the service's own terms. Empty if not checked.", max_length=250, verbose_name='when it is passed on')),
                ('who_answers', models.CharField(blank=True, help_text='Who picks up or reads it. Empty if not checked.', max_length=160)),
                ('cost', models.CharField(blank=True, help_text='What a call costs. Empty if not checked.', max_length=120)),
                ('shows_on_bill', models.CharField(choices=[('unknown', 'We do not know'), ('yes', 'Yes'), ('no', 'No')], default='unknown', help_text='Can others see the call on the bill?', max_length=8, verbose_name='shows on a phone bill')),
                ('languages', models.CharField(blank=True, help_text='Languages. Empty if not checked.', max_length=200)),
                ('welsh', models.CharField(choices=[('unknown', 'We do not know'), ('yes', 'Yes'), ('no', 'No')], default='unknown', help_text='Can a visitor use Welsh?', max_length=8, verbose_name='in Welsh')),
                ('bsl', models.CharField(choices=[('unknown', 'We do not know'), ('yes', 'Yes'), ('no', 'No')], default='unknown', help_text='Can a visitor use British Sign Language (BSL)?', max_length=8, verbose_name='in British Sign Language')),
                ('relay', models.CharField(choices=[('unknown', 'We do not know'), ('yes', 'Yes'), ('no', 'No')], default='unknown', help_text='Can a visitor use a relay service for deaf people?', max_length=8, verbose_name='by relay')),
                ('say', wagtail.fields.RichTextField(blank=True, help_text='What a visitor must know before they use it.', verbose_name='what to know')),
                ('what_happens', wagtail.fields.RichTextField(blank=True, help_text='What happens after they make contact.')),
                ('hours', models.CharField(blank=True, help_text='Anything the times cannot say. Empty if not checked.', max_length=200, verbose_name='hours in words')),
                ('hours_kind', models.CharField(choices=[('unknown', 'We do not know'), ('always', 'Day and night, every day'), ('weekly', 'At the times below')], default='unknown', help_text='Choose only what was checked. “Open now” is never said of hours we do not know.', max_length=8, verbose_name='when it answers')),
                ('weekly_hours', wagtail.fields.StreamField([], blank=True, help_text='One entry for each span of time in a usual week.')),
                ('bank_holidays', models.CharField(choices=[('unknown', 'We do not know'), ('as_usual', 'Open as usual'), ('closed', 'Closed'), ('as_sunday', 'Open as on a Sunday')], default='unknown', help_text='What changes on a bank holiday.', max_length=10)),
                ('bank_holidays_of', models.CharField(choices=[('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern_ireland', 'Northern Ireland')], default='england', help_text='The nation whose bank holidays it keeps.', max_length=16, verbose_name='whose bank holidays')),
                ('hours_exceptions', wagtail.fields.StreamField([], blank=True, help_text='Days on which the usual times do not hold.')),
                ('for_child', models.BooleanField(default=False, help_text='A child or young person may use it.', verbose_name='children and young people')),
                ('for_adult_worried', models.BooleanField(default=False, help_text='Never tick for a line for children.', verbose_name='adults worried about a child')),
                ('for_victim_survivor', models.BooleanField(default=False, help_text='An adult to whom it happened may use it.', verbose_name='victims and survivors')),
                ('for_own_behaviour', models.BooleanField(default=False, help_text='It helps people to stop, or not to start.', verbose_name='people worried about their own thoughts or behaviour')),
                ('for_professional', models.BooleanField(default=False, help_text='Someone who works with children or the public may use it.', verbose_name='professionals')),
                ('for_organisation', models.BooleanField(default=False, help_text='An organisation or business may use it.', verbose_name='organisations')),
                ('in_england', models.BooleanField(default=True, help_text='It answers people in England.', verbose_name='England')),
                ('in_wales', models.BooleanField(default=True, help_text='It answers people in Wales.', verbose_name='Wales')),
                ('in_scotland', models.BooleanField(default=True, help_text='It answers people in Scotland.', verbose_name='Scotland')),
                ('in_northern_ireland', models.BooleanField(default=True, help_text='It answers people in Northern Ireland.', verbose_name='Northern Ireland')),
                ('for_every_category', models.BooleanField(default=False, help_text='Tick if every category of crime should name it.')),
                ('name', models.CharField(help_text="The service's own name: “NSPCC Helpline”.", max_length=120)),
                ('slug', models.SlugField(help_text='A short name for addresses and links inside the site.', unique=True)),
                ('order', models.PositiveSmallIntegerField(default=100, help_text='Lower numbers are shown first. The emergency route is always first.')),
                ('is_emergency', models.BooleanField(default=False, help_text='Tick for 999 only: always shown, never expires.', verbose_name='emergency route')),
                ('who_for', models.CharField(help_text='Who it is for, in one sentence.', max_length=250)),
                ('categories', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='The categories whose pages name it.', to='categories.categorypage')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'help route',
                'ordering': ['-is_emergency', 'order', 'name'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
