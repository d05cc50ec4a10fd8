import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('categories', '0001_initial'),
        ('portal', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='categorygroup',
            name='picture',
            field=models.ForeignKey(blank=True, help_text='A wide abstract picture for the pages of its categories.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portal.portalimage'),
        ),
        migrations.AddField(
            model_name='categorypage',
            name='group',
            field=models.ForeignKey(help_text='The group this category is told in.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='categories.categorygroup'),
        ),
        migrations.AddField(
            model_name='categoryrelation',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_categories', to='categories.categorypage'),
        ),
        migrations.AddField(
            model_name='categoryrelation',
            name='related',
            field=models.ForeignKey(help_text='A category that overlaps with this one.', on_delete=django.db.models.deletion.CASCADE, related_name='related_from', to='categories.categorypage'),
        ),
    ]
