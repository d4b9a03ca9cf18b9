package dev.ndbind.report.page;

import java.util.List;

/**
 * An adapter.
 *
 * @param id where it is on the page
 * @param name its simple name
 * @param location its package
 * @param type the type it adapts
 * @param costs the costs of its arguments, as style classes
 * @param methods its methods
 */
record AdapterView(
    String id, String name, String location, String type, String costs, List<MethodView> methods) {}
