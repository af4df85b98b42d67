"""The check of the identity before an arrested person is released."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_arrest_photo"),
        ("offices", "0004_holiday"),
        ("registers", "0011_petition"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="arrest",
            name="identified_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="identity checked on"),
        ),
        migrations.AddField(
            model_name="arrest",
            name="identified_with",
            field=models.TextField(
                blank=True, verbose_name="records searched: fingerprints, name, documents"
            ),
        ),
        migrations.AddField(
            model_name="arrest",
            name="identity",
            field=models.TextField(blank=True, verbose_name="who the person is, as far as found"),
        ),
        migrations.AddField(
            model_name="arrest",
            name="unidentified_reason",
            field=models.CharField(
                blank=True, max_length=500, verbose_name="why released without that check"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "released"), _negated=True),
                    models.Q(
                        models.Q(("prints_number", ""), _negated=True),
                        models.Q(("photo", ""), _negated=True),
                        ("identified_at__isnull", False),
                    ),
                    models.Q(("unidentified_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="arrest_released_identified",
            ),
        ),
    ]
