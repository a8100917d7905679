"""One edition of the guide: the catalog on a day, and what all outlets share."""

from wegweiser.edition.edition import FEW_TOWNS, Edition, remembered

__all__ = ["FEW_TOWNS", "Edition", "remembered"]
