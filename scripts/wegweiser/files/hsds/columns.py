"""The tables of HSDS 3.0: the names of their columns in the order of the specification (docs.openreferral.org).

Only the tables that we fill; each has all its columns, since readers ask for them by their place.
"""

from __future__ import annotations

COLUMNS = {
    "organization": """
        id name alternate_name description email website tax_status tax_id year_incorporated
        legal_status logo uri parent_organization_id
    """.split(),
    "service": """
        id organization_id program_id name alternate_name description url email status
        interpretation_services application_process fees_description wait_time fees accreditations
        eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert
        last_modified
    """.split(),
    "location": """
        id location_type url organization_id name alternate_name description transportation latitude
        longitude external_identifier external_identifier_type
    """.split(),
    "service_at_location": "id service_id location_id description".split(),
    "contact": "id organization_id service_id service_at_location_id location_id name title department email".split(),
    "phone": """
        id location_id service_id organization_id contact_id service_at_location_id number extension
        type description
    """.split(),
    "address": """
        id location_id attention address_1 address_2 city region state_province postal_code country
        address_type
    """.split(),
    "schedule": """
        id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until
        count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at
        schedule_link attending_type notes
    """.split(),
    "service_area": "id service_id name description extent extent_type uri".split(),
    "required_document": "id service_id document uri".split(),
    "language": "id service_id location_id phone_id name code note".split(),
    "accessibility": "id location_id description details url".split(),
    "taxonomy": "id name description uri version".split(),
    "taxonomy_term": "id code name description parent_id taxonomy language taxonomy_id term_uri".split(),
    "attribute": "id link_id taxonomy_term_id link_type link_entity value".split(),
}
"""Table → columns."""

NEEDED = {
    "organization": ["id", "name", "description"],
    "service": ["id", "organization_id", "name", "status"],
    "location": ["id", "location_type"],
    "service_at_location": ["id", "service_id", "location_id"],
    "contact": ["id"],
    "phone": ["id", "number"],
    "address": ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    "schedule": ["id"],
    "service_area": ["id"],
    "required_document": ["id"],
    "language": ["id"],
    "accessibility": ["id"],
    "taxonomy": ["id", "name", "description"],
    "taxonomy_term": ["id", "name", "description"],
    "attribute": ["id", "link_id", "taxonomy_term_id", "link_entity"],
}
"""Table → columns that must be filled."""

FILE_NAMES = {
    "organization": "organizations",
    "service": "services",
    "location": "locations",
    "service_at_location": "service_at_location",
    "contact": "contacts",
    "phone": "phones",
    "address": "addresses",
    "schedule": "schedules",
    "service_area": "service_areas",
    "required_document": "required_documents",
    "language": "languages",
    "accessibility": "accessibility",
    "taxonomy": "taxonomies",
    "taxonomy_term": "taxonomy_terms",
    "attribute": "attributes",
}
"""Table → name of its file without .csv."""

TYPES = {
    "year_incorporated": "number",
    "minimum_age": "number",
    "maximum_age": "number",
    "assured_date": "date",
    "last_modified": "datetime",
    "latitude": "number",
    "longitude": "number",
    "extension": "number",
    "valid_from": "date",
    "valid_to": "date",
    "dtstart": "date",
    "timezone": "number",
    "until": "date",
    "count": "number",
    "interval": "number",
    "opens_at": "time",
    "closes_at": "time",
}
"""Column → type, where it is no text."""

ENUMS = {
    "status": ["active", "inactive", "defunct", "temporarily closed"],
    "location_type": ["physical", "postal", "virtual"],
    "address_type": ["physical", "postal", "virtual"],
    "wkst": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
    "freq": ["WEEKLY", "MONTHLY"],
}
"""Column → the only values it may have."""
