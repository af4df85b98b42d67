"""The photograph of an arrested person (CAG, Telangana: 85 arrests without one)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_property_room"),
    ]

    operations = [
        migrations.AddField(
            model_name="arrest",
            name="photo",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="photograph: number or file"
            ),
        ),
    ]
