"""Parts of divided amendments, amendments to amendments, joint texts, and orders given at the desk."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ordering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_ordering_draft_id_draft")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_ordering_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ordering")),
    )
    with op.batch_alter_table("ordering", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ordering_draft_id"), ["draft_id"], unique=False)

    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("target_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("whole_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_amendment_target_id_amendment"), "amendment", ["target_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_amendment_whole_id_amendment"), "amendment", ["whole_id"], ["id"]
        )
    with op.batch_alter_table("choice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changes", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("joint", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("choice", schema=None) as batch_op:
        batch_op.drop_column("joint")
        batch_op.drop_column("changes")
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_amendment_whole_id_amendment"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_amendment_target_id_amendment"), type_="foreignkey")
        batch_op.drop_column("whole_id")
        batch_op.drop_column("target_id")
    with op.batch_alter_table("ordering", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ordering_draft_id"))
    op.drop_table("ordering")
