"""The General Diary tells of cases that go to other stations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registers", "0011_petition"),
    ]

    operations = [
        migrations.AlterField(
            model_name="generaldiaryentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("free", "Event"),
                    ("arrival", "Arrival"),
                    ("departure", "Departure"),
                    ("duty_on", "Duty taken up"),
                    ("duty_off", "Duty ended"),
                    ("charge_handed", "Charge handed over"),
                    ("charge_taken", "Charge taken over"),
                    ("patrol_out", "Patrol left"),
                    ("patrol_in", "Patrol returned"),
                    ("keys", "Keys of arms or property room handed over"),
                    ("lock_up", "Lock-up"),
                    ("visitor", "Visitor"),
                    ("call", "Emergency call"),
                    ("message", "Message received"),
                    ("information", "Information received"),
                    ("complaint", "Complaint received"),
                    ("complaint_closed", "Complaint disposed of"),
                    ("fir", "FIR registered"),
                    ("zero_sent", "Zero FIR sent"),
                    ("zero_returned", "Zero FIR returned"),
                    ("case_sent", "Case sent to another station"),
                    ("case_returned", "Case returned by another station"),
                    ("efir_signed", "e-FIR signed"),
                    ("efir_lapsed", "e-FIR not signed in time"),
                    ("dispatch", "Papers sent to court"),
                    ("ncr", "Non-cognizable report"),
                    ("missing", "Missing person"),
                    ("found", "Person or body found"),
                    ("death", "Unnatural death"),
                    ("mlc", "Medico-legal case"),
                    ("property", "Property"),
                    ("roll", "Stranger or bad character"),
                    ("enquiry", "Preliminary enquiry"),
                    ("investigation", "Step of an investigation"),
                    ("arrest", "Arrest"),
                    ("seizure", "Search or seizure"),
                    ("correction", "Correction of an earlier entry"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]
